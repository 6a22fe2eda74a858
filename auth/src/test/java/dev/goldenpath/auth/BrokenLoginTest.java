package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.LoginEndpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenLoginTest {

    @RegisterExtension
    static final TokenServerProcess SERVER = new TokenServerProcess();

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void isTriedAgainByTheNextCaller(int status) {
        try (LoginScene scene = new LoginScene(SERVER.url())) {
            SERVER.behave(Map.of("loginStatus", status));
            RequestAuthorizer alice = scene.alice();

            assertThatThrownBy(alice::token)
                    .isInstanceOf(EnvironmentNotReadyException.class)
                    .hasMessage("""
                            User 'alice' could not log in to service 'auth'.
                              request:    POST %s/auth/login → %d
                              answer:     {"error":"as told"}
                              what to do: See what is wrong with service 'auth'. The next call tries again.""".formatted(SERVER.url(), status));
            SERVER.behave(Map.of());

            assertThat(alice.token()).isPresent();
            assertThat(SERVER.count("logins")).isEqualTo(2);
        }
    }

    @Test
    void isSharedByThoseWhoWaitedForIt() throws Exception {
        try (LoginScene scene = new LoginScene(SERVER.url())) {
            SERVER.behave(Map.of("hold", true));
            RequestAuthorizer alice = scene.alice();

            Crowd<EnvironmentNotReadyException> crowd = Crowd.of(8, () -> Crowd.failure(alice::token));
            Crowd.until("seven wait for the one that logs in", () -> crowd.waiting() == 7);
            SERVER.behave(Map.of("loginStatus", 503));

            assertThat(crowd.results()).hasSize(8);
            assertThat(SERVER.count("logins")).isEqualTo(1);
        }
    }

    @Test
    void saysWhereNobodyAnswers() throws IOException {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }
        try (LoginScene scene = new LoginScene(nobody)) {
            assertThatThrownBy(scene.alice()::token)
                    .isInstanceOf(EnvironmentNotReadyException.class)
                    .hasCauseInstanceOf(ServiceCallException.class)
                    .message()
                    .startsWith("User 'alice' could not log in to service 'auth'.\n  call:       POST " + nobody
                            + "/auth/login: connection refused.\n")
                    .contains("goldenpath.yaml:4")
                    .endsWith("\n  what to do: See whether service 'auth' runs at this address. "
                            + "The next call tries again.");
        }
    }

    @Test
    void isNoServicesFaultWhereTheLoginCannotEvenBeSent() {
        LoginEndpoint unusable = new LoginEndpoint("/auth/{login}", "/name", "/password", "/token", null, null, null);
        try (LoginScene scene = new LoginScene(SERVER.url(), unusable, TokenServer.PASSWORD)) {
            assertThatThrownBy(scene.alice()::token)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("Asking for a token broke in an unexpected way: ")
                    .hasMessageContaining("/auth/{login}");
        }
    }

    @Test
    void nobodyWaitsForAnotherLoginWithoutLimit() throws Exception {
        try (LoginScene scene = new LoginScene(SERVER.url())) {
            SERVER.behave(Map.of("hold", true));
            RequestAuthorizer alice = scene.alice(new AuthUserProvider(Duration.ofMillis(1500)));
            Crowd<String> first = Crowd.of(1, () -> alice.token().orElseThrow());
            Crowd.until("one logs in", () -> SERVER.count("logins") == 1);

            assertThatThrownBy(alice::token).hasMessage("""
                            User 'alice' could not log in to service 'auth'.
                              waited:     1.5 s for the login or refresh that another thread has under way
                              what to do: See why service 'auth' is slow to answer it.""");
            SERVER.behave(Map.of());

            assertThat(first.results()).containsExactly(alice.token().orElseThrow());
        }
    }

    @Test
    void aWaitingThreadCanBeInterrupted() throws Exception {
        try (LoginScene scene = new LoginScene(SERVER.url())) {
            SERVER.behave(Map.of("hold", true));
            RequestAuthorizer alice = scene.alice();
            Crowd<String> first = Crowd.of(1, () -> alice.token().orElseThrow());
            Crowd.until("one logs in", () -> SERVER.count("logins") == 1);

            Crowd<Boolean> second = Crowd.of(1, () -> {
                assertThatThrownBy(alice::token).hasMessage("""
                                User 'alice' could not log in to service 'auth'.
                                  interrupted: while it waited for the login or refresh that another thread has \
                                under way""");
                return Thread.interrupted();
            });
            Crowd.until("one waits", () -> second.waiting() == 1);
            second.interrupt();

            assertThat(second.results()).containsExactly(true);
            SERVER.behave(Map.of());
            assertThat(first.results()).containsExactly(alice.token().orElseThrow());
        }
    }
}
