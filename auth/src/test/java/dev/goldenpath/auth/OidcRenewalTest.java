package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.TokenIssued;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OidcRenewalTest {

    @RegisterExtension
    static final WaysServerProcess SERVER = new WaysServerProcess();

    @Test
    void aTokenIsRefreshedBeforeItExpires() {
        try (WaysScene scene = scene()) {
            SERVER.behave(Map.of("lifetime", 3));
            RequestAuthorizer alice = scene.user("alice");
            String first = alice.token().orElseThrow();

            Crowd.until("another token, and no refusal until then", () -> {
                assertThat(scene.as("alice").get("/who").send()).hasStatus(200);
                return !alice.token().orElseThrow().equals(first);
            });

            assertThat(scene.purposes()).containsExactly("discovery", "password", "refresh-token");
            assertThat(scene.evidence(TokenIssued.class))
                    .extracting(TokenIssued::source)
                    .containsExactly("password", "refresh-token");
            assertThat(SERVER.count("rejected") + SERVER.count("replayed")).isZero();
        }
    }

    @Test
    void aRotatedRefreshTokenBuysTheNextOne() {
        try (WaysScene scene = scene()) {
            // Each token is due for renewal as soon as it is there.
            SERVER.behave(Map.of("lifetime", 1));
            RequestAuthorizer holder = scene.user("holder");

            for (int i = 0; i < 4; i++) {
                holder.token();
            }

            assertThat(scene.purposes())
                    .containsExactly("discovery", "refresh-token", "refresh-token", "refresh-token", "refresh-token");
            assertThat(SERVER.count("replayed")).isZero();
        }
    }

    @Test
    void aRefusedRefreshIsFollowedByTheSameGrantAndNoOther() {
        try (WaysScene scene = scene()) {
            SERVER.behave(Map.of("lifetime", 1, "refresh_tokenStatus", 400));

            scene.user("alice").token();
            scene.user("alice").token();
            scene.user("bot").token();
            scene.user("bot").token();

            assertThat(scene.purposes())
                    .containsExactly(
                            "discovery",
                            "password",
                            "refresh-token",
                            "password",
                            "discovery",
                            "client-credentials",
                            "refresh-token",
                            "client-credentials");
            assertThat(SERVER.count("session")).isZero();
        }
    }

    @Test
    void withoutRefreshTokenItIsAskedForAsAtFirst() {
        try (WaysScene scene = scene()) {
            SERVER.behave(Map.of("lifetime", 1, "withoutRefreshToken", true));

            scene.user("bot").token();
            scene.user("bot").token();

            assertThat(scene.purposes()).containsExactly("discovery", "client-credentials", "client-credentials");
        }
    }

    @Test
    void aRefreshTokenThatDoesNotRotateIsUsedAgain() {
        try (WaysScene scene = scene()) {
            SERVER.behave(Map.of("lifetime", 1, "withoutRefreshToken", true));
            scene.user("holder").token();

            assertThatThrownBy(scene.user("holder")::token).isInstanceOf(EnvironmentNotReadyException.class);

            assertThat(SERVER.last().at("/form/refresh_token")).contains(WaysServer.REFRESH_TOKEN);
            assertThat(SERVER.count("refresh_token")).isEqualTo(2);
        }
    }

    @Test
    void whoHasNothingButARefreshTokenIsBlockedOnceItIsRefused() {
        try (WaysScene scene = scene()) {
            SERVER.behave(Map.of("opaque", true, "expiresIn", 1));
            RequestAuthorizer holder = scene.user("holder");
            holder.token();
            SERVER.behave(Map.of("refresh_tokenStatus", 400, "body", "{\"error\":\"invalid_grant\"}"));

            EnvironmentNotReadyException failure = Crowd.failure(holder::token);

            assertThat(failure).hasMessage("""
                            User 'holder' got no token with its refresh token from service 'idp'.
                              request:            POST %s/token → 400
                              answer:             {"error":"invalid_grant"}
                              client id:          shop tests, from goldenpath.yaml:13
                              client secret from: goldenpath.yaml:13
                              refresh token from: goldenpath.yaml:13
                              what to do:         Correct what is sent, or find out why the service refuses it. This \
                            run does not try it again, so that the account is not locked.""".formatted(SERVER.url()));
            assertThatThrownBy(holder::headers).hasMessage(failure.getMessage());
            assertThat(SERVER.count("refresh_token")).isEqualTo(2);
            assertThat(SERVER.count("password") + SERVER.count("client_credentials") + SERVER.count("session"))
                    .isZero();
        }
    }

    @Test
    void aBrokenRefreshFailsNoCallBeforeTheTokenExpires() {
        try (WaysScene scene = scene()) {
            SERVER.behave(Map.of("opaque", true, "expiresIn", 4));
            RequestAuthorizer alice = scene.user("alice");
            String first = alice.token().orElseThrow();
            SERVER.behave(Map.of("opaque", true, "tokenStatus", 503));

            Crowd.until("a refresh is tried", () -> {
                assertThat(alice.token()).contains(first);
                return SERVER.count("refresh_token") > 0;
            });
            assertThat(Crowd.failure(alice::token))
                    .hasMessageStartingWith("User 'alice' got no token with its refresh token from service 'idp'.");
            SERVER.behave(Map.of("opaque", true));

            assertThat(alice.token()).isPresent().get().isNotEqualTo(first);
            assertThat(SERVER.count("password")).isEqualTo(1);
        }
    }

    private static WaysScene scene() {
        return WaysScene.of(SERVER.url(), OidcTokensTest.BOT, OidcTokensTest.ALICE, OidcTokensTest.HOLDER);
    }
}
