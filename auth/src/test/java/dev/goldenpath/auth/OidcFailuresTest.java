package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.TokenIssued;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OidcFailuresTest {

    @RegisterExtension
    static final WaysServerProcess SERVER = new WaysServerProcess();

    @Test
    void aRefusedClientSaysSoAndWhereItsSecretIsFrom() throws Exception {
        try (WaysScene scene = scene(Map.of("CLIENT_SECRET", "battery staple"))) {
            RequestAuthorizer bot = scene.user("bot");

            List<EnvironmentNotReadyException> all =
                    Crowd.of(16, () -> Crowd.failure(bot::token)).results();

            assertThat(all).doesNotHaveDuplicates();
            assertThat(all).extracting(Throwable::getMessage).containsOnly("""
                            User 'bot' got no token with its client credentials from service 'idp'.
                              request:            POST %s/token → 401
                              answer:             {"error":"invalid_client","error_description":"unknown client 'null'"}
                              client id:          shop tests, from goldenpath.yaml:11
                              client secret from: goldenpath.yaml:11
                              what to do:         Correct what is sent, or find out why the service refuses it. This \
                            run does not try it again, so that the account is not locked.""".formatted(SERVER.url()));
            assertThatThrownBy(() -> scene.as("bot").get("/who").send())
                    .hasMessage(all.get(0).getMessage());
            assertAskedOnceAndNothingElse(scene, "client_credentials");
        }
    }

    @Test
    void aRefusedPasswordIsNeverShown() {
        try (WaysScene scene = scene(Map.of("PASSWORD", "battery staple"))) {
            RequestAuthorizer alice = scene.user("alice");

            assertThatThrownBy(alice::headers)
                    .isInstanceOf(EnvironmentNotReadyException.class)
                    .hasMessage("""
                            User 'alice' got no token with its password from service 'idp'.
                              request:            POST %s/token → 400
                              answer:             {"error":"invalid_grant","error_description":"'***' is wrong"}
                              client id:          shop tests, from goldenpath.yaml:12
                              user name:          alice@example.com, from goldenpath.yaml:12
                              client secret from: goldenpath.yaml:12
                              password from:      goldenpath.yaml:12
                              what to do:         Correct what is sent, or find out why the service refuses it. This \
                            run does not try it again, so that the account is not locked.""".formatted(SERVER.url()));
            assertThatThrownBy(alice::token).isInstanceOf(EnvironmentNotReadyException.class);
            assertAskedOnceAndNothingElse(scene, "password");
            assertThat(scene.recorded().toString()).doesNotContain("staple");
        }
    }

    private static void assertAskedOnceAndNothingElse(WaysScene scene, String grant) {
        assertThat(scene.purposes()).containsExactly("discovery", grant.replace('_', '-'));
        assertThat(scene.evidence(TokenIssued.class)).isEmpty();
        assertThat(SERVER.count(grant)).isEqualTo(1);
        assertThat(SERVER.count("client_credentials") + SERVER.count("password") + SERVER.count("refresh_token"))
                .isEqualTo(1);
        assertThat(SERVER.count("session") + SERVER.count("served") + SERVER.count("rejected"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void anIssuerThatIsNotWellIsAskedAgain(int status) {
        try (WaysScene scene = scene(Map.of())) {
            SERVER.behave(Map.of("tokenStatus", status));
            RequestAuthorizer bot = scene.user("bot");

            assertThatThrownBy(bot::token)
                    .isInstanceOf(EnvironmentNotReadyException.class)
                    .hasMessage("""
                            User 'bot' got no token with its client credentials from service 'idp'.
                              request:    POST %s/token → %d
                              answer:     {"error":"as told"}
                              what to do: See what is wrong with service 'idp'. The next call tries again.""".formatted(SERVER.url(), status));
            SERVER.behave(Map.of());

            assertThat(bot.token()).isPresent();
            assertThat(SERVER.count("client_credentials")).isEqualTo(2);
        }
    }

    @Test
    void aDiscoveryThatIsNotThereYetIsAskedForAgain() {
        try (WaysScene scene = scene(Map.of())) {
            SERVER.behave(Map.of("discoveryStatus", 503, "discovery", "{}"));
            RequestAuthorizer bot = scene.user("bot");

            assertThatThrownBy(bot::token)
                    .isInstanceOf(EnvironmentNotReadyException.class)
                    .hasMessage("""
                            Could not get the discovery document of service 'idp'.
                              request:    GET %s/.well-known/openid-configuration → 503
                              answer:     {}
                              problem:    its status is not 200
                              what to do: See whether service 'idp' is well, and whether its tokens.discovery is right.""".formatted(SERVER.url()));
            SERVER.behave(Map.of());

            assertThat(bot.token()).isPresent();
        }
    }

    @Test
    void saysWhereNobodyAnswers() throws IOException {
        URI nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            nobody = URI.create("http://127.0.0.1:" + free.getLocalPort());
        }
        // The endpoint is that of another service, and that one is not there.
        try (WaysScene scene = WaysScene.withServices(
                SERVER.url(), "gone: { url: \"" + nobody + "\" }", Map.of(), OidcTokensTest.BOT)) {
            SERVER.behave(Map.of("tokenEndpoint", nobody + "/token"));

            assertThatThrownBy(scene.user("bot")::token)
                    .isInstanceOf(EnvironmentNotReadyException.class)
                    .hasCauseInstanceOf(ServiceCallException.class)
                    .message()
                    .startsWith("User 'bot' got no token with its client credentials from service 'idp'.\n"
                            + "  call:       POST " + nobody + "/token: connection refused.\n")
                    .endsWith("\n  what to do: See whether service 'gone' runs at this address. "
                            + "The next call tries again.");
        }
    }

    @Test
    void anAnswerThatIsNoJsonIsNotShown() {
        try (WaysScene scene = scene(Map.of())) {
            SERVER.behave(Map.of("body", "eyJhbGciOiJIUzI1NiJ9.e30.bare"));

            assertThatThrownBy(scene.user("bot")::token)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("""
                            User 'bot' got no token with its client credentials from service 'idp'.
                              request:    POST %s/token → 200
                              answer:     not JSON (application/json, 29 bytes)
                              what to do: See whether tokens.discovery of service 'idp' is right.""".formatted(SERVER.url()));
        }
    }

    @Test
    void anAnswerWithoutTokenIsNamedByItsFields() {
        try (WaysScene scene = scene(Map.of())) {
            SERVER.behave(Map.of("body", "{\"token\":\"x\",\"expires_in\":60}"));
            RequestAuthorizer bot = scene.user("bot");

            assertThatThrownBy(bot::token)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("""
                            User 'bot' got no token with its client credentials from service 'idp'.
                              request:      POST %s/token → 200
                              missing:      a text at '/access_token' (as OAuth 2 has it)
                              fields there: /token, /expires_in
                              what to do:   See whether tokens.discovery of service 'idp' is right.""".formatted(SERVER.url()));
            assertThatThrownBy(bot::token).isInstanceOf(ConfigurationException.class);
            assertThat(SERVER.count("client_credentials")).isEqualTo(1);
        }
    }

    @Test
    void nothingIsSentToAHostThatNobodyDeclared() {
        try (WaysScene scene = scene(Map.of())) {
            SERVER.behave(Map.of("tokenEndpoint", "http://127.0.0.1:1/token"));
            RequestAuthorizer bot = scene.user("bot");

            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(bot::token)
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessage("""
                                Service 'idp' sends the library to where no service is declared.
                                  1. goldenpath.yaml:5  its discovery document names http://127.0.0.1:1/token as \
                                token_endpoint. Declare a service under environments.local.services in \
                                goldenpath.yaml whose url is http://127.0.0.1:1, or correct what the document says.""");
            }
            assertThat(scene.purposes()).containsExactly("discovery");
        }
    }

    private static WaysScene scene(Map<String, String> variables) {
        return WaysScene.of(SERVER.url(), variables, OidcTokensTest.BOT, OidcTokensTest.ALICE);
    }
}
