package dev.goldenpath.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JwtTest {
    private final KeyScene scene = new KeyScene(URI.create("http://127.0.0.1:1"), KeyScene.KEYS);

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void saysWhatTheTokenSays() {
        Jwt jwt = scene.tokens().read(token("{\"alg\":\"ES256\",\"kid\":\"k1\",\"typ\":\"at+jwt\",\"x\":null}", """
                {"sub":"alice-id","iss":"https://auth","aud":["backend","chat"],"scope":"read  write",
                 "iat":1700000000,"nbf":1700000000.5,"exp":1700000060,"level":3,"tags":["a",null,"b"],"gone":null}"""));

        assertThat(jwt.algorithm()).isEqualTo("ES256");
        assertThat(jwt.keyId()).contains("k1");
        assertThat(jwt.header()).isEqualTo(Map.of("alg", "ES256", "kid", "k1", "typ", "at+jwt"));
        assertThat(jwt.header("typ")).contains("at+jwt");
        assertThat(jwt.subject()).contains("alice-id");
        assertThat(jwt.issuer()).contains("https://auth");
        assertThat(jwt.audience()).containsExactly("backend", "chat");
        assertThat(jwt.scopes()).containsExactly("read", "write");
        assertThat(jwt.issuedAt()).contains(Instant.ofEpochSecond(1_700_000_000));
        assertThat(jwt.notBefore()).contains(Instant.ofEpochSecond(1_700_000_000, 500_000_000));
        assertThat(jwt.expiresAt()).contains(Instant.ofEpochSecond(1_700_000_060));
        assertThat(jwt.lifetime()).contains(Duration.ofMinutes(1));
        assertThat(jwt.claim("level")).contains(3);
        assertThat(jwt.claim("tags")).contains(List.of("a", "b"));
        assertThat(jwt.claim("gone")).isEmpty();
        assertThat(jwt.claims()).hasSize(9).isUnmodifiable();
        assertThat(jwt).hasToString("JWT ES256, kid k1, of alice-id, expires 2023-11-14T22:14:20Z");
    }

    @Test
    void saysNothingWhereTheTokenDoesNot() {
        String token = token("{\"alg\":\"none\"}", "{\"exp\":\"tomorrow\",\"aud\":\"backend\"}");

        Jwt jwt = scene.tokens().read(token);

        assertThat(jwt.keyId()).isEmpty();
        assertThat(jwt.subject()).isEmpty();
        assertThat(jwt.audience()).containsExactly("backend");
        assertThat(jwt.scopes()).isEmpty();
        assertThat(jwt.expiresAt()).isEmpty();
        assertThat(jwt.lifetime()).isEmpty();
        assertThat(jwt).hasToString("JWT none");
        assertThat(jwt.reveal()).isEqualTo(token);
    }

    @Test
    void readsScopesInEveryForm() {
        assertThat(scopes("{\"scp\":[\"read\",\"write\"]}")).containsExactly("read", "write");
        assertThat(scopes("{\"scp\":\"read write\"}")).containsExactly("read", "write");
        assertThat(scopes("{\"scope\":[\"read\"],\"scp\":[\"other\"]}")).containsExactly("read");
    }

    private List<String> scopes(String claims) {
        return scene.tokens().read(token("{\"alg\":\"none\"}", claims)).scopes();
    }

    @Test
    void saysWhatIsNoTokenAndNeverQuotesIt() {
        String head = encoded("{\"alg\":\"ES256\"}");

        assertThat(refusal("opaque-0123456789"))
                .isEqualTo("This token is no JWT: that has three parts with dots between them, and this one.");
        assertThat(refusal(head + ".abc"))
                .isEqualTo("This token is no JWT: that has three parts with dots between them, and this 2.");
        assertThat(refusal("Bearer " + head + ".e30.sig"))
                .isEqualTo("This token is no JWT: it begins with 'Bearer ', which belongs to the header and not to the "
                        + "token.");
        assertThat(refusal(head + ".a.b.c.d")).isEqualTo("This token is encrypted, so what it says can't be read.");
        assertThat(refusal("?!." + head + ".sig"))
                .isEqualTo("This token is no JWT: its header is no JSON in Base64 for URLs.");
        assertThat(refusal(head + "." + encoded("secret words") + ".sig"))
                .isEqualTo("This token is no JWT: its payload is no JSON in Base64 for URLs.");
        assertThat(refusal(head + "." + encoded("[1]") + ".sig"))
                .isEqualTo("This token is no JWT: its payload is no JSON object.");
        assertThat(refusal(encoded("{\"typ\":\"JWT\"}") + ".e30.sig"))
                .isEqualTo("This token is no JWT: its header has no alg.");
    }

    private String refusal(String token) {
        try {
            return scene.tokens().read(token).toString();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasNoCause();
            assertThat(scene.clients().redaction().text("<" + token + ">")).doesNotContain(token);
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void isMaskedFromThenOn() {
        String token = token("{\"alg\":\"none\"}", "{}");
        scene.tokens().read(token);

        assertThat(scene.clients().redaction().text("<" + token + ">")).isEqualTo("<***>");
    }

    @Test
    void belongsToSomebody() {
        assertThatThrownBy(scene.tokens()::ofUser)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The tokens of service 'auth' were injected for nobody, so there is no user whose token "
                        + "could be read. Inject them with @AsUser.");
    }

    static String token(String header, String claims) {
        return encoded(header) + "." + encoded(claims) + ".c2lnbmF0dXJl";
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
