package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.evidence.TokenIssued;
import dev.goldenpath.http.ServiceResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockSkewTest {
    private static final String VISITOR =
            "visitor: { grant: session, service: idp, username: alice@example.com, password: \"${PASSWORD}\" }";

    @RegisterExtension
    static final WaysServerProcess SERVER = new WaysServerProcess();

    @ParameterizedTest
    @CsvSource({"120, ahead of", "-120, behind"})
    void aClockThatIsWrongHurtsNoCallAndIsToldOnce(int seconds, String words) {
        try (WaysScene scene =
                WaysScene.of(SERVER.url(), OidcTokensTest.BOT, OidcTokensTest.ALICE, OidcTokensTest.HOLDER, VISITOR)) {
            SERVER.behave(Map.of("clock", seconds, "lifetime", 3));

            Crowd.until("three refreshes, and no refusal", () -> {
                scene.clients()
                        .environment()
                        .users()
                        .keySet()
                        .forEach(user ->
                                assertThat(scene.as(user).get("/who").send()).hasStatus(200));
                return SERVER.count("refresh_token") >= 4;
            });

            assertThat(scene.findings())
                    .containsExactly(Finding.inTraffic(
                            "clock-skew",
                            Effect.WARNING,
                            "The clock of service 'idp' is about 120 s " + words + " this machine's",
                            "Set both clocks by one time server: times in evidence and logs can't be compared "
                                    + "otherwise."));
            assertThat(scene.evidence(TokenIssued.class))
                    .hasSizeGreaterThan(6)
                    .allSatisfy(token -> assertThat(token.clockSkew())
                            .isBetween(Duration.ofSeconds(seconds - 3), Duration.ofSeconds(seconds + 3)));
            assertThat(SERVER.count("replayed")).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {120, -120})
    void aLongLivedTokenIsNotRenewedBecauseOfIt(int seconds) {
        try (WaysScene scene = WaysScene.of(SERVER.url(), OidcTokensTest.ALICE)) {
            SERVER.behave(Map.of("clock", seconds, "lifetime", 60));

            assertThat(scene.as("alice").get("/who").send()).hasStatus(200);
            assertThat(scene.as("alice").get("/who").send()).hasStatus(200);

            assertThat(scene.evidence(TokenIssued.class)).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"120, ahead of", "-120, behind"})
    void tokensOfOurOwnAreSignedByTheClockOfTheService(int seconds, String words) throws Exception {
        JWK key = SampleKeys.of("ES256", "k1");
        SERVER.trust(key);
        SERVER.behave(Map.of("clock", seconds));
        try (WaysScene scene = WaysScene.withTokens(
                SERVER.url(),
                "{ keys: /keys, signing: { key: \"${KEY}\" } }",
                Map.of("KEY", key.toJSONString()),
                "alice: { grant: jwt, service: idp, subject: alice-id, lifetime: 3s }")) {
            Crowd.until("three tokens, and no refusal", () -> {
                assertThat(scene.as("alice").get("/who").send()).hasStatus(200);
                return scene.evidence(TokenIssued.class).size() >= 3;
            });

            assertThat(scene.findings())
                    .extracting(Finding::words)
                    .containsExactly("The clock of service 'idp' is about 120 s " + words + " this machine's");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, -2})
    void whatMayBeRoundingIsNoFinding(int seconds) {
        try (WaysScene scene = WaysScene.of(SERVER.url(), OidcTokensTest.BOT, VISITOR)) {
            SERVER.behave(Map.of("clock", seconds));

            assertThat(scene.as("bot").get("/who").send()).hasStatus(200);
            assertThat(scene.as("visitor").get("/who").send()).hasStatus(200);

            assertThat(scene.evidence(TokenIssued.class))
                    .hasSize(2)
                    .allSatisfy(token -> assertThat(token.clockSkew()).isNotNull());
            assertThat(scene.findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 14, 16, 25, -15})
    void aSkewThatIsMeasuredAtManyLoginsIsOneFinding(int seconds) {
        try (WaysScene scene = WaysScene.of(SERVER.url(), OidcTokensTest.BOT)) {
            // Each token is due for renewal as soon as it is there; each answer is measured anew.
            SERVER.behave(Map.of("clock", seconds, "opaque", true, "expiresIn", 1));

            Crowd.until("four tokens", () -> {
                scene.user("bot").token();
                return scene.evidence(TokenIssued.class).size() >= 4;
            });

            assertThat(scene.findings()).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void withoutDateItIsUnknown() {
        try (WaysScene scene = WaysScene.of(SERVER.url(), OidcTokensTest.BOT)) {
            SERVER.behave(Map.of("clock", 120, "withoutDate", true));

            scene.user("bot").token();

            assertThat(scene.evidence(TokenIssued.class).get(0).clockSkew()).isNull();
            assertThat(scene.findings()).isEmpty();
        }
    }

    @Test
    void anAnswerThatTookLongSaysNothingOfAClockThatMayBeRight() {
        try (WaysScene scene = WaysScene.of(SERVER.url(), OidcTokensTest.BOT)) {
            ServiceResponse right = scene.as("bot").get("/who").send();
            SERVER.behave(Map.of("clock", 120));
            ServiceResponse wrong = scene.as("bot").get("/keys").send();
            Instant received = Instant.now();
            Instant sent = received.minusSeconds(60);

            assertThat(ClockSkew.of(right, sent, received)).isEmpty();
            assertThat(ClockSkew.of(right, received.minusSeconds(4), received)).isPresent();
            assertThat(ClockSkew.of(wrong, sent, received))
                    .hasValueSatisfying(
                            skew -> assertThat(skew).isBetween(Duration.ofSeconds(145), Duration.ofSeconds(155)));
        }
    }
}
