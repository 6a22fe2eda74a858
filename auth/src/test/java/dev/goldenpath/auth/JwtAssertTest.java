package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a token says; nothing here needs the service. */
class JwtAssertTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final String FACTS = "\n" + """
              header:   alg ES256, kid k1, typ JWT
              subject:  alice-id
              issuer:   https://auth
              audience: backend, chat
              issued:   2026-01-01T11:59:00Z
              expires:  2026-01-01T12:04:00Z
            """.stripTrailing();

    private final KeyScene scene = new KeyScene(URI.create("http://127.0.0.1:1"), KeyScene.KEYS);
    private final Jwt jwt = jwt("""
            {"sub":"alice-id","iss":"https://auth","aud":["backend","chat"],"scope":"read write","iat":1767268740,
             "exp":1767269040,"level":3,"roles":["admin",7],"plan":{"name":"free","seats":1.0}}""");

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void passesWhereTheTokenSaysSo() {
        assertThat(jwt)
                .hasAlgorithm("ES256")
                .hasKeyId("k1")
                .hasHeader("typ", "JWT")
                .hasSubject("alice-id")
                .hasIssuer("https://auth")
                .hasAudience("chat")
                .hasScope("write")
                .hasClaim("level")
                .hasClaim("level", 3L)
                .hasClaim("roles", List.of("admin", 7.0))
                .hasClaim("plan", Map.of("seats", 1, "name", "free"))
                .doesNotHaveClaim("nbf")
                .livesAtMost(Duration.ofMinutes(5))
                .livesAtLeast(Duration.ofMinutes(5))
                .isValidNow();
    }

    @Test
    void saysWhatItIsInstead() {
        fails(() -> assertThat(jwt).hasAlgorithm("RS256"), "to have the alg 'RS256', but it is 'ES256'.");
        fails(() -> assertThat(jwt).hasKeyId("k2"), "to have the kid 'k2', but it is 'k1'.");
        fails(() -> assertThat(jwt).hasHeader("typ", "at+jwt"), "to have the header typ 'at+jwt', but it is 'JWT'.");
        fails(() -> assertThat(jwt).hasHeader("cty", "JWT"), "to have the header cty 'JWT', but it has none.");
        fails(() -> assertThat(jwt).hasSubject("bob-id"), "to have the subject 'bob-id', but it is 'alice-id'.");
        fails(() -> assertThat(jwt).hasIssuer("me"), "to have the issuer 'me', but it is 'https://auth'.");
        fails(() -> assertThat(jwt).hasAudience("back"), "to be for 'back', but it is for 'backend', 'chat'.");
        fails(
                () -> assertThat(jwt).hasScope("delete"),
                "to have the scope 'delete', but its scopes are 'read', 'write'.");
        fails(
                () -> assertThat(jwt).hasClaim("email"),
                "to have the claim email, but its claims are sub, iss, aud, scope, iat, exp, level, roles, plan.");
        fails(() -> assertThat(jwt).hasClaim("level", "3"), "to have the claim level '3', but it is 3.");
        fails(
                () -> assertThat(jwt).hasClaim("roles", List.of(7, "admin")),
                "to have the claim roles [7, 'admin'], but it is ['admin', 7].");
        fails(() -> assertThat(jwt).doesNotHaveClaim("level"), "not to have the claim level, but it is 3.");
        fails(
                () -> assertThat(jwt).livesAtMost(Duration.ofSeconds(299)),
                "to live at most 4 min 59 s, but from iat to exp it is 5 min.");
        fails(
                () -> assertThat(jwt).livesAtLeast(Duration.ofHours(25)),
                "to live at least 1 day 1 h, but from iat to exp it is 5 min.");
    }

    @Test
    void saysHowLongAgoItExpired() {
        Jwt late = read(jwt.reveal(), Instant.parse("2026-01-01T12:04:05Z"));
        assertThat(read(jwt.reveal(), Instant.parse("2026-01-01T12:04:04.999Z")))
                .isValidNow();

        fails(
                () -> assertThat(late).isValidNow(),
                "to be valid now. It expired 5 s ago by this machine's clock: exp 2026-01-01T12:04:00Z.");
    }

    @Test
    void saysWhenItWillBeValid() {
        Jwt early = jwt("{\"nbf\":1767268806}");

        assertThat(jwt("{\"nbf\":1767268805}")).isValidNow();
        assertThatThrownBy(() -> assertThat(early).isValidNow())
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expected the token to be valid now. It is not valid for another 6 s by this machine's clock: \
                        nbf 2026-01-01T12:00:06Z.
                          header:     alg ES256, kid k1, typ JWT
                          valid from: 2026-01-01T12:00:06Z""");
    }

    @Test
    void aTimeIsANumber() {
        assertThatThrownBy(() -> assertThat(jwt("{\"exp\":\"tomorrow\"}")).isValidNow())
                .hasMessageStartingWith("Expected the token to be valid now. Its exp is no time, but 'tomorrow'.\n");
        assertThatThrownBy(() -> assertThat(jwt("{\"nbf\":true}")).isValidNow())
                .hasMessageStartingWith("Expected the token to be valid now. Its nbf is no time, but true.\n");
        assertThatThrownBy(() -> assertThat(jwt("{\"exp\":1}")).livesAtMost(Duration.ofMinutes(5)))
                .hasMessageStartingWith(
                        "Expected the token to live at most 5 min, but its iat is absent, and its exp " + "is 1.\n");
    }

    @Test
    void eternityIsValidAndTooLong() {
        Jwt eternal = jwt("{\"iat\":0,\"exp\":1e40}");

        assertThat(eternal).isValidNow();
        assertThatThrownBy(() -> assertThat(eternal).livesAtMost(Duration.ofDays(1)))
                .hasMessageContaining("from iat to exp it is 365241780837 days 23 h");
    }

    @Test
    void masksWhatIsSecret() {
        scene.clients().redaction().addValue("alice-id");

        assertThatThrownBy(() -> assertThat(jwt).hasSubject("bob-id"))
                .hasMessageStartingWith("Expected the token to have the subject 'bob-id', but it is '***'.\n")
                .hasMessageNotContainingAny("alice-id", jwt.reveal());
    }

    private Jwt jwt(String claims) {
        return read(JwtTest.token("{\"alg\":\"ES256\",\"kid\":\"k1\",\"typ\":\"JWT\"}", claims), NOW);
    }

    private Jwt read(String token, Instant now) {
        return scene.tokens(Clock.fixed(now, ZoneOffset.UTC), null).read(token);
    }

    private static void fails(ThrowingCallable assertion, String words) {
        assertThatThrownBy(assertion)
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expected the token " + words + FACTS);
    }
}
