package dev.goldenpath.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.client.JsonText;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.client.UserSession;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.TokenIssued;
import dev.goldenpath.http.ServiceResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The grants of OAuth, and the assertions on tokens, with a real Keycloak as the issuer. */
@Tag("keycloak")
@ExtendWith(KeycloakExtension.class)
class KeycloakUsersTest {
    private static final String DISCOVERY =
            "{ discovery: /realms/golden-path/.well-known/openid-configuration, audience: backend, algorithms: RS256 }";
    private static final String ROBOT =
            "robot: { service: idp, grant: client-credentials, client-id: robot, client-secret: \"${SECRET}\" }";
    private static final String ALICE = "alice: { service: idp, grant: password, client-id: web, username: alice,"
            + " password: \"${SECRET}\", scope: \"openid chat\" }";

    @Test
    void aRobotGetsItsToken(Keycloak keycloak) {
        try (WaysScene scene = scene(keycloak, ROBOT, Keycloak.ROBOT_SECRET)) {
            assertThat(scene.user("robot").token()).isPresent();

            assertIssued(scene, keycloak, "client-credentials");
            assertThat(scene.evidence(TokenIssued.class).get(0).scopes()).containsExactly("chat");
            assertThat(scene.purposes()).containsExactly("discovery", "client-credentials");
        }
    }

    @Test
    void aRobotShowsItsSecretInTheFormToo(Keycloak keycloak) {
        String robot = ROBOT.replace(" }", ", client-authentication: post }");
        try (WaysScene scene = scene(keycloak, robot, Keycloak.ROBOT_SECRET)) {
            assertThat(scene.user("robot").token()).isPresent();

            assertThat(scene.recorded().toString()).doesNotContain(Keycloak.ROBOT_SECRET);
        }
    }

    @Test
    void aPersonGetsATokenThatKeycloakTakesForHis(Keycloak keycloak) {
        try (WaysScene scene = scene(keycloak, ALICE, Keycloak.ALICE_PASSWORD)) {
            ServiceResponse caller = scene.as("alice")
                    .get("/realms/golden-path/protocol/openid-connect/userinfo")
                    .send();
            assertThat(caller)
                    .hasStatus(200)
                    .hasJson("/sub", scene.evidence(TokenIssued.class).get(0).subject());

            assertIssued(scene, keycloak, "password");
            assertThat(scene.recorded().toString()).doesNotContain(Keycloak.ALICE_PASSWORD);
        }
    }

    @Test
    void aRefreshTokenIsEnough(Keycloak keycloak) {
        String refreshToken = JsonText.parse(keycloak.post(
                                keycloak.tokenEndpoint(),
                                Map.of(
                                        "grant_type",
                                        "password",
                                        "client_id",
                                        Keycloak.WEB,
                                        "username",
                                        Keycloak.ALICE,
                                        "password",
                                        Keycloak.ALICE_PASSWORD))
                        .body())
                .at("/refresh_token", String.class)
                .orElseThrow();
        String dave = "dave: { service: idp, grant: refresh-token, client-id: web, refresh-token: \"${SECRET}\" }";
        try (WaysScene scene = scene(keycloak, dave, refreshToken)) {
            assertThat(scene.user("dave").token()).isPresent();

            assertIssued(scene, keycloak, "refresh-token");
            assertThat(scene.recorded().toString()).doesNotContain(refreshToken);
        }
    }

    @Test
    void aRefusalSaysWhatKeycloakSays(Keycloak keycloak) {
        try (WaysScene scene = scene(keycloak, ROBOT, "wrong-secret")) {
            RequestAuthorizer robot = scene.user("robot");

            assertThatThrownBy(robot::token)
                    .isInstanceOf(EnvironmentNotReadyException.class)
                    .hasMessageStartingWith("User 'robot' got no token with its client credentials from service 'idp'.")
                    .hasMessageContaining("unauthorized_client")
                    .hasMessageContaining("client secret from: ")
                    .message()
                    .doesNotContain("wrong-secret");
            assertThatThrownBy(robot::headers).hasMessageContaining("unauthorized_client");
            assertThat(scene.purposes()).containsExactly("discovery", "client-credentials");
        }
    }

    @Test
    void tokensAreSoundAlsoAfterTheKeysWereRotated(Keycloak keycloak) {
        try (WaysScene scene = scene(keycloak, ALICE, Keycloak.ALICE_PASSWORD);
                WaysScene later = scene(keycloak, ROBOT, Keycloak.ROBOT_SECRET)) {
            ServiceTokens tokens = tokens(scene, "alice");
            assertThat(tokens.ofUser()).isSound().hasAudience("backend").hasScope("chat");

            String rotated = keycloak.rotateKeys();
            Jwt fresh = tokens.read(later.user("robot").token().orElseThrow());

            assertThat(fresh).hasKeyId(rotated).isSound();
            assertThat(scene.purposes().stream().filter("keys"::equals)).hasSize(2);
        }
    }

    private static ServiceTokens tokens(WaysScene scene, String user) {
        return (ServiceTokens) scene.clients()
                .create(
                        ServiceTokens.class,
                        scene.clients().environment().service("idp"),
                        user,
                        scene.clients()::ownCalls,
                        new UserSession());
    }

    private static void assertIssued(WaysScene scene, Keycloak keycloak, String source) {
        List<TokenIssued> tokens = scene.evidence(TokenIssued.class);
        assertThat(tokens).extracting(TokenIssued::source).containsExactly(source);
        assertThat(tokens.get(0).issuer()).isEqualTo(keycloak.issuer().toString());
        assertThat(tokens.get(0).audience()).containsExactly("backend");
    }

    private static WaysScene scene(Keycloak keycloak, String user, String secret) {
        return WaysScene.withTokens(keycloak.url(), DISCOVERY, Map.of("SECRET", secret), user);
    }
}
