package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.LoginEndpoint;
import dev.goldenpath.evidence.TokenIssued;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RefusedLoginTest {

    @RegisterExtension
    static final TokenServerProcess SERVER = new TokenServerProcess();

    @Test
    void saysWhatWasRefusedAndNeverThePassword() {
        try (LoginScene scene = new LoginScene(SERVER.url(), LoginScene.LOGIN, "battery staple")) {
            assertThatThrownBy(scene.alice()::headers)
                    .isInstanceOf(EnvironmentNotReadyException.class)
                    .hasNoCause()
                    .hasMessage("""
                            User 'alice' could not log in to service 'auth'.
                              request:       POST %s/auth/login → 401
                              answer:        {"error":"'***' is wrong"}
                              user name:     alice@example.com, from goldenpath.yaml:14
                              password from: environment variable ALICE_PASSWORD
                              what to do:    Correct what is sent, or find out why the service refuses it. This run does \
                            not try it again, so that the account is not locked.""".formatted(SERVER.url()));
            assertThat(scene.evidence(TokenIssued.class)).isEmpty();
            assertThat(scene.recorded().toString()).contains("'***' is wrong").doesNotContain("staple");
        }
    }

    @Test
    void isRememberedAndToldToEveryCallerInItsOwnException() throws Exception {
        try (LoginScene scene = new LoginScene(SERVER.url(), LoginScene.LOGIN, "battery staple")) {
            RequestAuthorizer alice = scene.alice();

            Crowd<EnvironmentNotReadyException> crowd = Crowd.of(16, () -> Crowd.failure(alice::token));
            List<EnvironmentNotReadyException> first = crowd.results();
            EnvironmentNotReadyException later = Crowd.failure(alice::headers);

            assertThat(first)
                    .doesNotHaveDuplicates()
                    .doesNotContain(later)
                    .extracting(Throwable::getMessage)
                    .containsOnly(later.getMessage());
            assertThat(SERVER.count("logins")).isEqualTo(1);
        }
    }

    @Test
    void showsTheBeginningOfALongAnswerAndThatAnEmptyOneIsEmpty() {
        try (LoginScene scene = new LoginScene(SERVER.url())) {
            SERVER.behave(Map.of("loginStatus", 403, "body", "x".repeat(301)));
            assertThatThrownBy(scene.alice()::token).hasMessageContaining("answer:        " + "x".repeat(300) + "…\n");

            SERVER.behave(Map.of("loginStatus", 403, "body", ""));
            assertThatThrownBy(scene.alice()::token).hasMessageContaining("answer:        (empty)\n");
        }
    }

    @Test
    void aRedirectIsARefusalToo() {
        try (LoginScene scene = new LoginScene(SERVER.url())) {
            SERVER.behave(Map.of("loginStatus", 302));
            RequestAuthorizer alice = scene.alice();

            assertThatThrownBy(alice::token).hasMessageContaining("/auth/login → 302");
            assertThatThrownBy(alice::token).hasMessageContaining("/auth/login → 302");

            assertThat(SERVER.count("logins")).isEqualTo(1);
        }
    }

    @Test
    void namesTheFieldsOfAnAnswerWithoutToken() {
        LoginEndpoint wrong =
                new LoginEndpoint("/auth/login", "/user/name", "/user/password", "/access", null, null, null);
        try (LoginScene scene = new LoginScene(SERVER.url(), wrong, TokenServer.PASSWORD)) {
            SERVER.behave(Map.of("expiresIn", 60));

            assertThatThrownBy(scene.alice()::token)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("""
                            User 'alice' could not log in to service 'auth'.
                              request:      POST %s/auth/login → 200
                              missing:      a text at '/access' (login.token)
                              fields there: /session, /session/access, /session/refresh, /expires_in
                              what to do:   Correct login.token of service 'auth' in goldenpath.yaml.""".formatted(SERVER.url()));
        }
    }

    @Test
    void demandsTheDeclaredRefreshToken() {
        try (LoginScene scene = new LoginScene(SERVER.url())) {
            SERVER.behave(Map.of("withoutRefreshToken", true));

            assertThatThrownBy(scene.alice()::token)
                    .hasMessageContaining("missing:      a text at '/session/refresh' (login.refresh)")
                    .hasMessageContaining("fields there: /session, /session/access");
        }
    }

    @Test
    void showsNothingOfAnAnswerThatIsNoJson() {
        try (LoginScene scene = new LoginScene(SERVER.url())) {
            SERVER.behave(Map.of("body", "eyJhbGciOiJIUzI1NiJ9.e30.bare"));

            assertThatThrownBy(scene.alice()::token).hasMessage("""
                            User 'alice' could not log in to service 'auth'.
                              request:    POST %s/auth/login → 200
                              answer:     not JSON (application/json, 29 bytes)
                              what to do: See whether login.path of service 'auth' is right.""".formatted(SERVER.url()));
        }
    }
}
