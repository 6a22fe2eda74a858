package dev.goldenpath.websocket;

import static dev.goldenpath.websocket.Within.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.SocketSettings;
import dev.goldenpath.environment.SocketToken;
import dev.goldenpath.environment.SocketToken.Place;
import dev.goldenpath.evidence.WsHandshake;
import dev.goldenpath.evidence.WsMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ShownTokenTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @Test
    void goesInTheHeaderWhereNothingElseIsSaid() {
        try (Scene scene = scene(SocketToken.HEADER)) {
            assertThat(request(scene.socketAsAlice())).contains("Authorization: Bearer " + Scene.TOKEN);
            assertThat(request(scene.socket())).doesNotContain("Authorization");
        }
    }

    @Test
    void goesAmongTheSubprotocolsBehindThoseOfTheTest() {
        try (Scene scene = scene(new SocketToken(Place.SUBPROTOCOL, "bearer.${token}"))) {
            SocketSession session = scene.socketAsAlice()
                    .connecting("/request")
                    .subprotocol("chat.v2")
                    .open();

            assertThat(first(session))
                    .contains("Sec-WebSocket-Protocol: chat.v2, bearer." + Scene.TOKEN)
                    .doesNotContain("Authorization");
            assertNothingShowsTheToken(scene);
        }
    }

    @Test
    void maybeTheSubprotocolThatTheServiceChooses() {
        try (Scene scene = scene(new SocketToken(Place.SUBPROTOCOL, "bearer.${token}"))) {
            SocketSession session = scene.socketAsAlice().connect("/subprotocol/bearer." + Scene.TOKEN);

            assertThat(session.subprotocol()).contains("bearer." + Scene.TOKEN);
            assertThat(scene.awaited(WsHandshake.class).subprotocol()).isEqualTo("bearer.***");
        }
    }

    @Test
    void goesInTheQueryBesideWhatStandsThere() {
        try (Scene scene = scene(new SocketToken(Place.QUERY, "access_token"))) {
            assertThat(request(scene.socketAsAlice()))
                    .startsWith("GET /request?access_token=" + Scene.TOKEN + " HTTP/1.1")
                    .doesNotContain("Authorization");
            assertThat(first(scene.socketAsAlice().connect("/request?a=1")))
                    .startsWith("GET /request?a=1&access_token=" + Scene.TOKEN + " HTTP/1.1");
            assertThat(scene.awaited(WsHandshake.class).url()).endsWith("/request?access_token=***");
            assertNothingShowsTheToken(scene);
        }
    }

    @Test
    void goesInTheFirstMessage() {
        try (Scene scene = scene(new SocketToken(Place.MESSAGE, "{\"type\":\"login\",\"token\":\"${token}\"}"))) {
            SocketSession session = scene.socketAsAlice().connect("/echo");

            assertThat(first(session)).isEqualTo("{\"type\":\"login\",\"token\":\"" + Scene.TOKEN + "\"}");
            assertThat(scene.evidence(WsMessage.class).get(0).body().text())
                    .isEqualTo("{\"type\":\"login\",\"token\":\"***\"}");
            assertNothingShowsTheToken(scene);
        }
    }

    @Test
    void aServiceThatEndsItBeforeTheFirstMessageIsAValueToo() {
        try (Scene scene = scene(new SocketToken(Place.MESSAGE, "${token}"))) {
            for (int i = 0; i < 50; i++) {
                SocketAttempt attempt = scene.socketAsAlice().attempt("/drop");

                assertThat(attempt).wasAccepted();
                assertThat(attempt.session().orElseThrow()).closesWith(1013, within(Duration.ofSeconds(10)));
            }
        }
    }

    @Test
    void anAnonymousSessionShowsNone() {
        for (SocketToken way : List.of(
                new SocketToken(Place.SUBPROTOCOL, "bearer.${token}"),
                new SocketToken(Place.QUERY, "access_token"),
                new SocketToken(Place.MESSAGE, "${token}"))) {
            try (Scene scene = scene(way)) {
                assertThat(request(scene.socket()))
                        .startsWith("GET /request HTTP/1.1")
                        .doesNotContain("Sec-WebSocket-Protocol");
            }
        }
    }

    @Test
    void aUserWithoutATokenCanNotShowOneElsewhere() {
        try (Scene scene = scene(new SocketToken(Place.QUERY, "access_token"))) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> scene.socketWithoutToken().connect("/request"))
                    .withMessage("User 'carol' has no bare token, but service 'backend' wants it in the query. Choose a"
                            + " user whose grant issues one, or remove services.backend.websocket.token.");
            assertThat(scene.recorded).isEmpty();
        }
    }

    private static void assertNothingShowsTheToken(Scene scene) {
        assertThat(scene.recorded)
                .isNotEmpty()
                .allSatisfy(
                        recorded -> assertThat(recorded.evidence().toString()).doesNotContain(Scene.TOKEN));
    }

    private static String request(ServiceSocket socket) {
        return first(socket.connect("/request"));
    }

    private static String first(SocketSession session) {
        return session.reader().next(Duration.ofSeconds(10)).orElseThrow().text();
    }

    private static Scene scene(SocketToken token) {
        SocketSettings defaults = SocketSettings.DEFAULT;
        return new Scene(
                SERVER.url(),
                new SocketSettings(
                        token,
                        defaults.answerWithin(),
                        defaults.sendWithin(),
                        defaults.largestMessage(),
                        defaults.keep()));
    }
}
