package dev.goldenpath.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Origin;
import dev.goldenpath.environment.Secret;
import dev.goldenpath.environment.Setting;
import dev.goldenpath.environment.SigningSettings;
import dev.goldenpath.environment.TokenSettings;
import dev.goldenpath.environment.UserAccount;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServiceTokensTest {
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");
    private static final String TOKEN = JwtTest.token("{\"alg\":\"none\"}", "{\"sub\":\"alice-id\"}");
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final String SECRET = "thirty-two bytes of a shared secret";

    @Test
    void areInjectedLikeAnyClient() {
        assertThat(Clients.knownTypes()).contains(ServiceTokens.class);
        try (KeyScene scene = new KeyScene(NOBODY, KeyScene.KEYS, Map.of("alice", user("token", TOKEN)))) {
            assertThat(scene.tokensOf("alice")).hasToString("tokens of auth as alice");
            assertThat(scene.tokens()).hasToString("tokens of auth");
        }
    }

    @Test
    void readTheTokenOfTheUser() {
        try (KeyScene scene = new KeyScene(NOBODY, KeyScene.KEYS, Map.of("alice", user("token", TOKEN)))) {
            Jwt jwt = scene.tokensOf("alice").ofUser();

            assertThat(jwt).hasSubject("alice-id");
            assertThat(jwt.reveal()).isEqualTo(TOKEN);
        }
    }

    @Test
    void sayWhereTheUserHasNone() {
        UserAccount basic = new UserAccount(
                "alice",
                "basic",
                Map.of("username", new Setting("users.alice.username", "alice", origin())),
                Map.of("password", new Secret("long enough", origin())),
                Map.of(),
                null,
                origin());
        try (KeyScene scene = new KeyScene(NOBODY, KeyScene.KEYS, Map.of("alice", basic))) {
            assertThatThrownBy(scene.tokensOf("alice")::ofUser)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The grant 'basic' of user 'alice' (goldenpath.yaml:14) has no token of its own that "
                            + "could be read.");
        }
    }

    @Test
    void sayWhereTheUsersTokenIsNoJwt() {
        try (KeyScene scene = new KeyScene(NOBODY, KeyScene.KEYS, Map.of("alice", user("token", "opaque-12345")))) {
            assertThatThrownBy(scene.tokensOf("alice")::ofUser)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasNoCause()
                    .hasMessage("The token of user 'alice' (goldenpath.yaml:14) is no JWT: that has three parts with "
                            + "dots between them, and this one.");
        }
    }

    @Test
    void signWhatTheServiceWouldIssue() throws Exception {
        try (KeyScene scene = new KeyScene(NOBODY, settings(KeyScene.signing(SECRET, null, "k1")))) {
            Jwt jwt = scene.tokens(Clock.fixed(NOW, ZoneOffset.UTC), null)
                    .mint()
                    .subject("alice-id")
                    .sign();

            assertThat(jwt)
                    .hasAlgorithm("HS256")
                    .hasKeyId("k1")
                    .hasHeader("typ", "JWT")
                    .hasSubject("alice-id")
                    .hasIssuer("https://issuer")
                    .hasClaim("aud", "backend")
                    .hasClaim("iat", NOW.getEpochSecond())
                    .livesAtMost(Duration.ofMinutes(5))
                    .livesAtLeast(Duration.ofMinutes(5))
                    .hasClaim("jti")
                    .isSound();
            assertThat(PlainJws.verifies(jwt.reveal(), new SecretKeySpec(SECRET.getBytes(UTF_8), "HMAC")))
                    .isTrue();
            assertThat(scene.clients().redaction().text("<" + jwt.reveal() + ">"))
                    .isEqualTo("<***>");
        }
    }

    @Test
    void signWhateverATestNeeds() {
        try (KeyScene scene = new KeyScene(NOBODY, settings(KeyScene.signing(SECRET, "HS256", "k1")))) {
            TokenDraft draft = scene.tokens(Clock.fixed(NOW, ZoneOffset.UTC), null)
                    .mint()
                    .issuer("https://me")
                    .audience("chat", "mobile")
                    .claim("roles", List.of("admin"))
                    .claim("auth_time", NOW)
                    .lifetime(Duration.ofMinutes(-5))
                    .notBefore(NOW.plusSeconds(60))
                    .without("jti")
                    .keyId("k2")
                    .header("typ", "at+jwt");

            assertThat(draft.sign().header()).isEqualTo(Map.of("alg", "HS256", "kid", "k2", "typ", "at+jwt"));
            assertThat(draft.subject("bob-id").sign().claims())
                    .isEqualTo(Map.of(
                            "sub",
                            "bob-id",
                            "iss",
                            "https://me",
                            "aud",
                            List.of("chat", "mobile"),
                            "roles",
                            List.of("admin"),
                            "auth_time",
                            1767268800,
                            "iat",
                            1767268800,
                            "nbf",
                            1767268860,
                            "exp",
                            1767268500));
        }
    }

    @Test
    void sayWhichKeyIsMissing() {
        try (KeyScene scene = new KeyScene(NOBODY, settings(null))) {
            assertThatThrownBy(scene.tokens()::mint)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Service 'auth' (goldenpath.yaml:6) declares no key to sign tokens with. Add one that "
                            + "it accepts as services.auth.tokens.signing.key in goldenpath.yaml.");
        }
        try (KeyScene scene = new KeyScene(NOBODY, settings(KeyScene.signing("short", null, null)))) {
            assertThatThrownBy(scene.tokens().mint()::sign).isInstanceOf(ConfigurationException.class);
        }
    }

    private static TokenSettings settings(@Nullable SigningSettings signing) {
        return new TokenSettings(
                null,
                null,
                "https://issuer",
                List.of("backend"),
                List.of("HS256"),
                signing,
                new Origin("goldenpath.yaml:6"));
    }

    private static UserAccount user(String grant, String token) {
        return new UserAccount(
                "alice", grant, Map.of(), Map.of("token", new Secret(token, origin())), Map.of(), null, origin());
    }

    private static Origin origin() {
        return new Origin("goldenpath.yaml:14");
    }
}
