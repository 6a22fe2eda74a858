package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.TokenIssued;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {
    private static final String ALICE =
            "alice: { grant: session, service: idp, username: alice@example.com, password: \"${PASSWORD}\" }";

    @RegisterExtension
    static final WaysServerProcess SERVER = new WaysServerProcess();

    @Test
    void aLoginsCookieMakesCallsTheUsers() {
        try (WaysScene scene = scene()) {
            SERVER.behave(Map.of("withoutDate", true));

            assertThat(scene.as("alice").get("/who").send())
                    .hasStatus(200)
                    .hasJson("/id", "alice-id")
                    .hasJson("/way", "cookie");
            assertThat(scene.as("alice").get("/who").send()).hasStatus(200);

            assertThat(scene.purposes()).containsExactly("session");
            assertThat(scene.evidence(TokenIssued.class))
                    .containsExactly(new TokenIssued(
                            "alice", "session", "idp", null, null, List.of(), List.of(), null, null, null));
            assertThat(scene.user("alice").token()).isEmpty();
            assertThat(scene.user("alice").headers())
                    .containsExactly(
                            Map.entry("Cookie", "sid=" + SERVER.secrets().get(0)));
            assertNoSecretIn(scene);
        }
    }

    private static void assertNoSecretIn(WaysScene scene) {
        assertThat(SERVER.secrets()).isNotEmpty();
        assertThat(scene.recorded().toString())
                .contains("\"password\":\"***\"", "Set-Cookie=[***]", "Cookie=[***]")
                .doesNotContain(SERVER.secrets())
                .doesNotContain("horse");
    }

    @Test
    void fiftyThreadsShareOneSession() throws Exception {
        try (WaysScene scene = scene()) {
            SERVER.behave(Map.of("hold", true));
            RequestAuthorizer alice = scene.user("alice");

            Crowd<Map<String, String>> crowd = Crowd.of(50, alice::headers);
            Crowd.until("49 threads wait for the one that logs in", () -> crowd.waiting() == 49);
            SERVER.behave(Map.of());

            assertThat(crowd.results()).hasSize(50).containsOnly(alice.headers());
            assertThat(SERVER.count("session")).isEqualTo(1);
        }
    }

    @Test
    void theLastCookieOfTheNameCounts() {
        try (WaysScene scene = scene()) {
            SERVER.behave(Map.of(
                    "cookies",
                    List.of("theme=dark", "sid=; Max-Age=0", "SID=other", "sid={}; Path=/", "lang=en; Max-Age=60")));

            assertThat(scene.as("alice").get("/who").send()).hasStatus(200);
        }
    }

    @Test
    void aSessionIsRenewedBeforeItsCookieExpires() {
        try (WaysScene scene = scene()) {
            SERVER.behave(Map.of("cookies", List.of("sid={}; max-age=2")));
            assertRenewedOnce(scene);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7200, -7200})
    void expiresIsReadByTheClockOfTheService(int clock) {
        try (WaysScene scene = scene()) {
            String expires = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    Instant.now().plusSeconds(clock + 4).atZone(ZoneOffset.UTC));
            // the form with hyphens too
            String date = clock == 0 ? expires.replaceFirst(" (...) ", "-$1-") : expires;
            SERVER.behave(Map.of("clock", clock, "cookies", List.of("sid={}; Expires=" + date)));
            Map<String, String> first = scene.user("alice").headers();
            assertThat(scene.user("alice").headers()).isEqualTo(first);
            SERVER.behave(Map.of("clock", clock));

            Crowd.until("another session", () -> !scene.user("alice").headers().equals(first));

            assertThat(SERVER.count("session")).isEqualTo(2);
        }
    }

    private static void assertRenewedOnce(WaysScene scene) {
        Map<String, String> first = scene.user("alice").headers();
        SERVER.behave(Map.of());

        Crowd.until("another session", () -> !scene.user("alice").headers().equals(first));

        assertThat(SERVER.count("session")).isEqualTo(2);
        assertThat(scene.purposes()).containsExactly("session", "session");
    }

    @Test
    void aRefusedLoginIsRememberedAndNoOtherWayIsTried() {
        try (WaysScene scene = WaysScene.of(SERVER.url(), Map.of("PASSWORD", "battery staple"), ALICE)) {
            RequestAuthorizer alice = scene.user("alice");

            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(alice::headers)
                        .isInstanceOf(EnvironmentNotReadyException.class)
                        .hasMessage("""
                                User 'alice' could not log in to service 'idp'.
                                  request:       POST %s/session → 401
                                  answer:        {"error":"'***' is wrong"}
                                  user name:     alice@example.com, from goldenpath.yaml:11
                                  password from: goldenpath.yaml:11
                                  what to do:    Correct what is sent, or find out why the service refuses it. This \
                                run does not try it again, so that the account is not locked.""".formatted(SERVER.url()));
            }
            assertThat(scene.purposes()).containsExactly("session");
            assertThat(SERVER.count("discovery") + SERVER.count("password")).isZero();
            assertThat(scene.recorded().toString()).doesNotContain("staple");
        }
    }

    @Test
    void aBrokenLoginIsTriedAgain() {
        try (WaysScene scene = scene()) {
            SERVER.behave(Map.of("sessionStatus", 503));
            assertThatThrownBy(scene.user("alice")::headers)
                    .isInstanceOf(EnvironmentNotReadyException.class)
                    .hasMessage("""
                            User 'alice' could not log in to service 'idp'.
                              request:    POST %s/session → 503
                              answer:     {"error":"as told"}
                              what to do: See what is wrong with service 'idp'. The next call tries again.""".formatted(SERVER.url()));
            SERVER.behave(Map.of());

            assertThat(scene.user("alice").headers()).hasSize(1);
        }
    }

    @Test
    void aLoginThatSetsNoSuchCookieIsNamedByThoseItSets() {
        try (WaysScene scene = scene()) {
            SERVER.behave(Map.of("cookies", List.of("session={}; Path=/", "sid={}; Max-Age=0", "nonsense")));

            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(scene.user("alice")::headers)
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessage("""
                                User 'alice' could not log in to service 'idp'.
                                  request:       POST %s/session → 200
                                  missing:       a cookie 'sid' (login.cookie)
                                  cookies there: session, sid (removed)
                                  what to do:    Correct login.cookie of service 'idp' in goldenpath.yaml.""".formatted(SERVER.url()));
            }
            assertThat(SERVER.count("session")).isEqualTo(1);
        }
    }

    private static WaysScene scene() {
        return WaysScene.of(SERVER.url(), ALICE);
    }
}
