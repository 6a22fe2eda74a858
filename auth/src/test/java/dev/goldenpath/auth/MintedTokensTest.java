package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.goldenpath.client.JsonText;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.TokenIssued;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MintedTokensTest {
    private static final String KEYS = "keys: /keys, ";
    private static final String TOKENS =
            "{ %sissuer: \"https://minted.example.com\", audience: [shop, chat], signing: { key: \"${KEY}\"%s } }";
    private static final String ALICE = "alice: { grant: jwt, service: idp, subject: alice-id }";

    @RegisterExtension
    static final WaysServerProcess SERVER = new WaysServerProcess();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384",
                "ES512", "EdDSA"
            })
    void theServiceAcceptsWhatItsKeySigns(String algorithm) throws Exception {
        JWK key = SampleKeys.of(algorithm, "k1");
        SERVER.trust(key);
        try (WaysScene scene = scene(KEYS, key, ", algorithm: " + algorithm, ALICE)) {
            assertThat(scene.as("alice", "shop").get("/who").send())
                    .hasStatus(200)
                    .hasJson("/id", "alice-id")
                    .hasJson("/way", "bearer");

            assertThat(scene.user("alice").unproven()).isTrue();
            JsonText header = WaysDesk.part(scene.user("alice").token().orElseThrow(), 0);
            assertThat(header.at("")).contains(Map.of("alg", algorithm, "kid", "k1", "typ", "JWT"));
            // A shared secret is not published, so nobody is asked for it.
            assertThat(scene.purposes())
                    .isEqualTo(algorithm.startsWith("HS") ? List.of("identity") : List.of("keys", "identity"));
            assertThat(scene.recorded().toString())
                    .doesNotContain(scene.user("alice").token().orElseThrow());
        }
    }

    @Test
    void anotherKeyOfTheSameNameIsRefusedBeforeTheFirstCall() throws Exception {
        SERVER.trust(SampleKeys.of("ES256", "k1"));
        try (WaysScene scene = scene(KEYS, SampleKeys.of("ES256", "k1"), "", ALICE)) {
            assertThatThrownBy(() -> scene.as("alice", "shop").get("/orders").send())
                    .isInstanceOf(EnvironmentNotReadyException.class)
                    .hasMessage("""
                            Service 'shop' refuses user 'alice'.
                              answer:     shop does not know the caller 'alice' (GET /who#/id → 401)
                              user from:  goldenpath.yaml:11
                              grant:      jwt
                              what to do: Correct what the user is declared with, or find out why the service refuses it. \
                            No other way in is tried.""");
            assertThat(scene.purposes()).containsExactly("keys", "identity");
        }
    }

    @Test
    void saysWhatIsDeclared() throws Exception {
        JWK key = SampleKeys.of("ES256", "k1");
        SERVER.trust(key);
        String alice = ALICE.replace(
                " }",
                ", issuer: \"https://other.example.com\", audience: desk, lifetime: 90s,"
                        + " claims: { plan: free, level: 3, beta: true, roles: [a, b], scope: \"orders stock\" } }");
        try (WaysScene scene = scene(KEYS, key, "", alice)) {
            JsonText claims = WaysDesk.part(scene.user("alice").token().orElseThrow(), 1);

            Map<?, ?> all = (Map<?, ?>) claims.at("").orElseThrow();
            assertThat(all.keySet().stream().map(String::valueOf))
                    .containsExactlyInAnyOrder(
                            "sub", "iss", "aud", "iat", "exp", "jti", "plan", "level", "beta", "roles", "scope");
            assertThat(claims.at("/sub")).contains("alice-id");
            assertThat(claims.at("/iss")).contains("https://other.example.com");
            assertThat(claims.at("/aud")).contains("desk");
            assertThat(claims.at("/plan")).contains("free");
            assertThat(claims.at("/level", Long.class)).contains(3L);
            assertThat(claims.at("/beta")).contains(true);
            assertThat(claims.at("/roles")).contains(List.of("a", "b"));
            assertThat(claims.at("/exp", Long.class).orElseThrow()
                            - claims.at("/iat", Long.class).orElseThrow())
                    .isEqualTo(90);
            assertToken(scene, "https://other.example.com", List.of("desk"), List.of("orders", "stock"), 90);
        }
    }

    @Test
    void saysWhatItsServiceSaysWhereTheUserDoesNot() throws Exception {
        JWK key = SampleKeys.of("ES256", "k1");
        SERVER.trust(key);
        try (WaysScene scene = scene(KEYS, key, "", ALICE)) {
            scene.user("alice").token();

            assertToken(scene, "https://minted.example.com", List.of("shop", "chat"), List.of(), 300);
        }
    }

    private static void assertToken(
            WaysScene scene, String issuer, List<String> audience, List<String> scopes, int seconds) {
        TokenIssued token = scene.evidence(TokenIssued.class).get(0);
        assertThat(token)
                .usingRecursiveComparison()
                .ignoringFields("issuedAt", "expiresAt", "clockSkew")
                .isEqualTo(
                        new TokenIssued("alice", "jwt", "idp", "alice-id", issuer, audience, scopes, null, null, null));
        assertThat(Duration.between(token.issuedAt(), token.expiresAt())).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(token.clockSkew()).isBetween(Duration.ofSeconds(-3), Duration.ofSeconds(3));
    }

    @Test
    void theDiscoveryDocumentNamesIssuerAndKeysWhereNothingElseDoes() throws Exception {
        JWK key = SampleKeys.of("ES256", "k1");
        SERVER.trust(key);
        String tokens = "{ discovery: /.well-known/openid-configuration, signing: { key: \"${KEY}\" } }";
        try (WaysScene scene = WaysScene.withTokens(SERVER.url(), tokens, Map.of("KEY", key.toJSONString()), ALICE)) {
            scene.user("alice").token();

            assertThat(scene.purposes()).containsExactly("discovery", "keys");
            assertThat(scene.evidence(TokenIssued.class).get(0).issuer())
                    .isEqualTo(SERVER.url().toString());
        }
    }

    @Test
    void aKeyThatTheServiceDoesNotPublishBlocks() throws Exception {
        SERVER.trust(SampleKeys.of("ES256", "new"), SampleKeys.of("EdDSA", "newer"));
        try (WaysScene scene = scene(KEYS, SampleKeys.of("ES256", "old"), "", ALICE)) {
            RequestAuthorizer alice = scene.user("alice");

            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(alice::token)
                        .isInstanceOf(EnvironmentNotReadyException.class)
                        .hasMessage("""
                                User 'alice' can't sign tokens of service 'idp'.
                                  key:            'old' (tokens.signing, goldenpath.yaml:7)
                                  published keys: new, newer
                                  what to do:     Sign with a key that the service has, or have it publish this one. No \
                                other way in is tried.""");
            }
            assertThat(scene.evidence(TokenIssued.class)).isEmpty();
            assertThat(scene.purposes()).containsExactly("keys");
        }
    }

    @Test
    void keysThatCannotBeHadAreAskedForAgain() throws Exception {
        JWK key = SampleKeys.of("ES256", "k1");
        SERVER.trust(key);
        try (WaysScene scene = scene(KEYS, key, "", ALICE)) {
            SERVER.behave(Map.of("keysStatus", 503, "keys", "{}"));
            assertThatThrownBy(scene.user("alice")::token)
                    .isInstanceOf(EnvironmentNotReadyException.class)
                    .hasMessage("""
                            Could not get the keys of service 'idp'.
                              request:    GET %s/keys → 503
                              answer:     {}
                              problem:    its status is not 200
                              what to do: See whether service 'idp' is well, and whether its tokens.keys is right.""".formatted(SERVER.url()));
            SERVER.behave(Map.of());

            assertThat(scene.user("alice").token()).isPresent();
        }
    }

    @Test
    void aKeyWithoutNameIsLookedForNowhere() throws Exception {
        try (WaysScene scene = scene(KEYS, new ECKeyGenerator(Curve.P_256).generate(), "", ALICE)) {
            assertThat(scene.user("alice").token()).isPresent();

            assertThat(scene.purposes()).isEmpty();
            assertThat(scene.evidence(TokenIssued.class).get(0).clockSkew()).isNull();
        }
    }

    @Test
    void isRenewedBeforeItExpires() throws Exception {
        JWK key = SampleKeys.of("ES256", "k1");
        SERVER.trust(key);
        try (WaysScene scene = scene(KEYS, key, "", ALICE.replace(" }", ", lifetime: 1500ms }"))) {
            Optional<String> first = scene.user("alice").token();

            Crowd.until("two more tokens, and no refusal", () -> {
                assertThat(scene.as("alice").get("/who").send()).hasStatus(200);
                return scene.evidence(TokenIssued.class).size() >= 3;
            });

            assertThat(scene.user("alice").token()).isNotEqualTo(first);
            assertThat(scene.purposes()).containsExactly("keys");
            assertThat(scene.evidence(TokenIssued.class))
                    .extracting(TokenIssued::source)
                    .containsOnly("jwt");
        }
    }

    @Test
    void fiftyThreadsShareOneToken() throws Exception {
        JWK key = SampleKeys.of("ES256", "k1");
        SERVER.trust(key);
        try (WaysScene scene = scene(KEYS, key, "", ALICE)) {
            RequestAuthorizer alice = scene.user("alice");

            assertThat(Crowd.of(50, alice::token).results()).hasSize(50).containsOnly(alice.token());
            assertThat(scene.evidence(TokenIssued.class)).hasSize(1);
            assertThat(SERVER.count("keys")).isEqualTo(1);
        }
    }

    private static WaysScene scene(String keys, JWK key, String algorithm, String user) {
        return WaysScene.withTokens(
                SERVER.url(), TOKENS.formatted(keys, algorithm), Map.of("KEY", key.toJSONString()), user);
    }
}
