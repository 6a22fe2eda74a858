package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantsTest {
    private static final String YAML = """
            environments:
              a:
                services:
                  plain: { url: "http://p" }
                  idp:
                    url: "http://i"
                    login: { path: /l, username: /u, password: /p, token: /t, cookie: session }
                    tokens:
                      discovery: /.well-known/openid-configuration
                      keys: /keys
                      issuer: http://i
                      audience: [shop, chat]
                      algorithms: [ES256, RS256]
                      signing: { key: "${KEY}", algorithm: ES256, key-id: k1 }
                users:
                  u: { %s }
            """;

    @TempDir
    Path folder;

    @Test
    void aServiceSaysWhatIsKnownOfItsTokens() {
        TokenSettings tokens =
                user("grant: basic, username: u, password: p").service("idp").tokens();

        assertThat(tokens.discovery()).isEqualTo("/.well-known/openid-configuration");
        assertThat(tokens.keys()).isEqualTo("/keys");
        assertThat(tokens.issuer()).isEqualTo("http://i");
        assertThat(tokens.audience()).containsExactly("shop", "chat");
        assertThat(tokens.algorithms()).containsExactly("ES256", "RS256");
        assertThat(tokens.signing().algorithm()).isEqualTo("ES256");
        assertThat(tokens.signing().keyId()).isEqualTo("k1");
        assertThat(tokens.signing().key().reveal()).isEqualTo("the-key");
        assertThat(tokens).asString().contains("key=***").doesNotContain("the-key");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            login              | service: idp, username: u, password: pw
            session            | service: idp, username: u, password: pw
            client-credentials | service: idp, client-id: c, client-secret: pw, scope: s, client-authentication: post
            password           | service: idp, client-id: c, username: u, password: pw
            refresh-token      | service: idp, client-id: c, refresh-token: pw
            token              | token: pw
            api-key            | key: pw, header: X-Api-Key
            api-key            | key: pw, parameter: api_key
            basic              | username: u, password: pw
            """)
    void eachGrantHasKeysOfItsOwn(String grant, String keys) {
        UserAccount user = user("grant: " + grant + ", " + keys).user("u");

        assertThat(user.grant()).isEqualTo(grant);
        assertThat(user.secrets().values()).extracting(Secret::reveal).containsExactly("pw");
        assertThat(user).asString().doesNotContain("pw");
    }

    @Test
    void claimsKeepTheirKinds() {
        UserAccount user = user("grant: jwt, service: idp, subject: s, lifetime: 2m,"
                        + " claims: { plan: free, level: 3, beta: true, roles: [a, b], id: '7', from: '${KEY}' }")
                .user("u");

        assertThat(user.claims())
                .containsEntry("plan", "free")
                .containsEntry("level", 3L)
                .containsEntry("beta", true)
                .containsEntry("roles", List.of("a", "b"))
                .containsEntry("id", "7")
                .containsEntry("from", "the-key");
        assertThat(user.text("lifetime")).contains("120000");
    }

    @Test
    void aClaimHoldsNoKeys() {
        assertProblems(
                "grant: jwt, service: idp, subject: s, claims: { address: { city: x } }",
                "goldenpath.yaml:16  environments.a.users.u.claims.address holds keys. A claim is a text, a whole number, "
                        + "true, false, or a list of texts.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            login              | login          | Describe its login
            session            | login          | Describe its login
            client-credentials | tokens.discovery | Say where it stands
            password           | tokens.discovery | Say where it stands
            refresh-token      | tokens.discovery | Say where it stands
            jwt                | tokens.signing | Give the key to sign with
            """)
    void theServiceSaysWhatTheGrantNeeds(String grant, String key, String remedy) {
        String keys = "grant: " + grant + ", service: plain, username: u";
        keys += switch (grant) {
            case "client-credentials" -> ", client-id: c, client-secret: s";
            case "password" -> ", client-id: c, password: p";
            case "refresh-token" -> ", client-id: c, refresh-token: r";
            case "jwt" -> ", subject: s";
            default -> ", password: p";
        };
        // client credentials are of no user, so they take no user name
        assertProblems(
                grant.equals("client-credentials") ? keys.replace(", username: u", "") : keys,
                "goldenpath.yaml:16  environments.a.users.u.grant is '" + grant
                        + "', but service 'plain' declares no '" + key + "'. " + remedy + " under services.plain." + key
                        + ".");
    }

    @Test
    void anApiKeyGoesInOnePlace() {
        assertProblems(
                "grant: api-key, key: k",
                "goldenpath.yaml:16  environments.a.users.u has neither 'header' nor 'parameter'. Give exactly one: the "
                        + "name of the header, or of the query parameter, that its key goes in.");
        assertProblems(
                "grant: api-key, key: k, header: K, parameter: k",
                "goldenpath.yaml:16  environments.a.users.u has both 'header' and 'parameter'. Give exactly one: the "
                        + "name of the header, or of the query parameter, that its key goes in.");
    }

    @Test
    void aKeyOfAnotherGrantIsUnknown() {
        assertProblems(
                "grant: basic, username: u, password: p, client-id: c",
                "goldenpath.yaml:16  environments.a.users.u.client-id: unknown key. Known here: grant, identity, password, "
                        + "username.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            grant: token, token: "a\\nb"                   | token
            grant: basic, username: u, password: "a\\r"    | password
            grant: api-key, header: K, key: "${LINES}"     | key
            grant: api-key, header: K, key: "${env:LINES}" | key
            """)
    void aSecretThatIsSentHasOneLine(String keys, String key) {
        assertThat(project(keys).variable("LINES", "secret\nsecond\n").problems())
                .containsExactly(
                        "goldenpath.yaml:16  environments.a.users.u." + key + " has more than one line, or a line"
                                + " end behind it, with which it can't be sent. Write it on one line. ${file:path} and ${env:NAME}"
                                + " leave out the end of the last line.");
    }

    @Test
    void aGrantOfAnotherProviderMayHaveAnyKeys() {
        UserAccount user = user("grant: kerberos, realm: X, lifetime: long, keytab: /k, key: \"a\\nb\", identity: i")
                .user("u");

        assertThat(user.text("realm")).contains("X");
        assertThat(user.text("lifetime")).contains("long");
        assertThat(user.text("keytab")).contains("/k");
        assertThat(user.secret("key").reveal()).isEqualTo("a\nb");
        assertThat(user.identity()).isEqualTo("i");
        assertThat(user.text("grant")).isEmpty();
        assertProblems(
                "grant: kerberos, realm: [X, Y]",
                "goldenpath.yaml:16  environments.a.users.u.realm must be a single text. Write its value behind the colon,"
                        + " or remove the key.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void anEmptySecretIsNone(String blank) {
        String user = "grant: basic, username: u, password: \"${PW}\"";
        String property = "goldenpath.users.u.password";

        assertThat(project(user).variable("PW", "pw").property(property, blank).problems())
                .containsExactly("system property " + property
                        + "  environments.a.users.u.password is empty. Give the secret a value.");
        assertThat(project(user).variable("PW", blank).problems())
                .containsExactly(
                        "goldenpath.yaml:16  environments.a.users.u.password is empty. Give the secret a value.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "~", "Null", "NULL"})
    void nothingIsNoSecret(String nothing) {
        assertProblems(
                "grant: basic, username: u, password: " + nothing,
                "goldenpath.yaml:16  environments.a.users.u.password is empty. Write its value behind the colon, or remove"
                        + " the key.");
        assertThat(user("grant: basic, username: u, password: '" + nothing + "'")
                        .user("u")
                        .secret("password")
                        .reveal())
                .isEqualTo(nothing);
    }

    @Test
    void aSecretOfTheGrantIsNoOptional() {
        UserAccount user = user("grant: token, token: t").user("u");

        assertThatThrownBy(() -> user.required("service"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("User 'u' (goldenpath.yaml:16) of grant 'token' is declared without 'service'.");
    }

    private void assertProblems(String user, String... problems) {
        assertThat(project(user).problems()).containsExactly(problems);
    }

    private Environment user(String user) {
        return project(user).load();
    }

    private Project project(String user) {
        return new Project(folder).variable("KEY", "the-key").yaml(YAML.formatted(user));
    }
}
