package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.TokenIssued;
import dev.goldenpath.http.ServiceClient;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRenewalTest {

    @RegisterExtension
    static final TokenServerProcess SERVER = new TokenServerProcess();

    @ParameterizedTest
    @ValueSource(ints = {0, 600, -600})
    void refreshesOncePerTokenBeforeItExpiresWhateverTheServersClockSays(int clockOffset) throws Exception {
        try (LoginScene scene = new LoginScene(SERVER.url())) {
            SERVER.behave(Map.of("lifetime", 2, "clockOffset", clockOffset));
            ServiceClient alice = scene.asAlice();
            AtomicBoolean enough = new AtomicBoolean();

            Crowd<Integer> crowd = Crowd.of(16, () -> {
                int calls = 0;
                for (; !enough.get(); calls++) {
                    alice.get("/me").send();
                }
                return calls;
            });
            Crowd.until("three refreshes", () -> SERVER.count("refreshes") >= 3);
            enough.set(true);

            int calls = crowd.results().stream().mapToInt(Integer::intValue).sum();
            assertThat(SERVER.count("served")).isEqualTo(calls);
            assertThat(SERVER.count("rejected")).isZero();
            assertThat(SERVER.count("replayed")).isZero();
            assertThat(SERVER.count("logins")).isEqualTo(1);
            assertThat(scene.evidence(TokenIssued.class))
                    .hasSize(1 + SERVER.count("refreshes"))
                    .extracting(TokenIssued::source)
                    .startsWith("login", "refresh", "refresh", "refresh");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {600, -600})
    void renewsNoLongLivedTokenBecauseOfTheServersClock(int clockOffset) {
        try (LoginScene scene = new LoginScene(SERVER.url())) {
            SERVER.behave(Map.of("lifetime", 300, "clockOffset", clockOffset));

            assertThat(scene.asAlice().get("/me").send()).hasStatus(200);
            assertThat(scene.asAlice().get("/me").send()).hasStatus(200);

            assertThat(SERVER.count("logins") + SERVER.count("refreshes")).isEqualTo(1);
        }
    }

    @Test
    void renewsAnOpaqueTokenAsExpiresInSays() {
        try (LoginScene scene = new LoginScene(SERVER.url())) {
            SERVER.behave(Map.of("opaque", true, "expiresIn", 1));
            RequestAuthorizer alice = scene.alice();
            String first = alice.token().orElseThrow();

            Crowd.until("another token", () -> !alice.token().orElseThrow().equals(first));

            assertThat(SERVER.count("refreshes")).isEqualTo(1);
        }
    }

    @Test
    void logsInAgainWhereTheRefreshIsRefused() {
        try (LoginScene scene = new LoginScene(SERVER.url())) {
            SERVER.behave(Map.of("lifetime", 1, "refreshStatus", 400));
            RequestAuthorizer alice = scene.alice();

            alice.token();
            alice.token();

            assertThat(scene.evidence(HttpExchange.class))
                    .extracting(HttpExchange::purpose, HttpExchange::status)
                    .containsExactly(tuple("login", 200), tuple("refresh", 400), tuple("login", 200));
        }
    }

    @Test
    void logsInAgainWhereNoRefreshIsDeclared() {
        try (LoginScene scene = new LoginScene(SERVER.url(), LoginScene.LOGIN_WITHOUT_REFRESH, TokenServer.PASSWORD)) {
            SERVER.behave(Map.of("lifetime", 1));
            RequestAuthorizer alice = scene.alice();

            alice.token();
            alice.token();

            assertThat(SERVER.count("logins")).isEqualTo(2);
            assertThat(SERVER.count("refreshes")).isZero();
        }
    }

    @Test
    void othersGoOnWithTheValidTokenWhileOneRefreshes() throws Exception {
        try (LoginScene scene = new LoginScene(SERVER.url())) {
            SERVER.behave(Map.of("opaque", true, "expiresIn", 6));
            RequestAuthorizer alice = scene.alice();
            String first = alice.token().orElseThrow();
            SERVER.behave(Map.of("opaque", true, "hold", true));

            Crowd<String> one = Crowd.of(1, () -> {
                Crowd.until("another token", () -> !alice.token().orElseThrow().equals(first));
                return alice.token().orElseThrow();
            });
            Crowd.until("one refreshes", () -> SERVER.count("refreshes") == 1);

            assertThat(alice.token()).contains(first);
            SERVER.behave(Map.of("opaque", true));
            assertThat(one.results()).containsExactly(alice.token().orElseThrow());
            assertThat(SERVER.count("refreshes")).isEqualTo(1);
        }
    }

    @Test
    void aBrokenRefreshFailsNoCallBeforeTheTokenExpires() {
        try (LoginScene scene = new LoginScene(SERVER.url())) {
            SERVER.behave(Map.of("opaque", true, "expiresIn", 4));
            RequestAuthorizer alice = scene.alice();
            String first = alice.token().orElseThrow();
            SERVER.behave(Map.of("opaque", true, "refreshStatus", 503));

            Crowd.until("a refresh is tried", () -> {
                assertThat(alice.token()).contains(first);
                return SERVER.count("refreshes") > 0;
            });
            EnvironmentNotReadyException failure = Crowd.failure(alice::token);

            assertThat(failure).hasMessage("""
                            User 'alice' could not refresh the token of service 'auth'.
                              request:    POST %s/auth/refresh → 503
                              answer:     {"error":"as told"}
                              what to do: See what is wrong with service 'auth'. The next call tries again.""".formatted(SERVER.url()));
            SERVER.behave(Map.of("opaque", true));
            assertThat(alice.token()).isPresent().get().isNotEqualTo(first);
            assertThat(SERVER.count("logins")).isEqualTo(1);
        }
    }
}
