package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.goldenpath.client.CallWatch;
import dev.goldenpath.client.ReplayAnswer;
import dev.goldenpath.client.Replayable;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.SocketSettings;
import dev.goldenpath.environment.SocketToken;
import dev.goldenpath.environment.SocketToken.Place;
import dev.goldenpath.evidence.Answer;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsHandshake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayableHandshakeTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private static final String FORGED_TOKEN = "a-forged-token";
    private static final RequestAuthorizer FORGED = RequestAuthorizer.ofNobody(
            "a forged token", Map.of("Authorization", "Bearer " + FORGED_TOKEN), FORGED_TOKEN);

    private final CallWatch watch = new CallWatch();
    private final List<Replayable> told = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void refusedByStatus(int status) {
        try (Scene scene = scene(SocketToken.HEADER)) {
            ReplayAnswer again = connected(scene, "/guarded/" + status).replay(FORGED, scene.recording);

            assertThat(again.status()).isEqualTo(status);
            assertThat(again.headers().get("x-id")).containsExactly("7");
            assertThat(again.closeCode()).isNull();
            assertThat(again.body()).isEmpty();
            assertThat(again).hasToString(url("/guarded/" + status) + " with a forged token → " + status);
        }
    }

    @Test
    void acceptedAndClosedAtOnce() {
        try (Scene scene = scene(SocketToken.HEADER)) {
            ReplayAnswer again = connected(scene, "/guarded/close").replay(FORGED, scene.recording);

            assertThat(again.status()).isEqualTo(101);
            assertThat(again.closeCode()).isEqualTo(1008);
            assertThat(again.closeReason()).isEqualTo("bad token");
            assertThat(again.description())
                    .isEqualTo(url("/guarded/close")
                            + " with a forged token → 101, and the service closed the session with 1008 (bad token)");
        }
    }

    @Test
    void acceptedWithAMessageAndClosed() {
        try (Scene scene = scene(SocketToken.HEADER)) {
            ReplayAnswer again = connected(scene, "/guarded/say-and-close").replay(FORGED, scene.recording);

            assertThat(again.body()).isEqualTo("{\"type\":\"refused\"}");
            assertThat(again.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void acceptedWithAMessageAndOpenIsClosedFromHere() {
        try (Scene scene = scene(SocketToken.HEADER)) {
            ReplayAnswer again = connected(scene, "/guarded/greet").replay(FORGED, scene.recording);

            assertThat(again.status()).isEqualTo(101);
            assertThat(again.body()).isEqualTo("{\"type\":\"welcome\"}");
            assertThat(again.closeCode()).isNull();
            assertThat(again.closeReason()).isNull();
            assertThat(scene.awaited(WsClose.class).byTest()).isTrue();
        }
    }

    @Test
    void acceptedAndSilentIsClosedFromHere() {
        try (Scene scene = scene(SocketToken.HEADER)) {
            ReplayAnswer again = connected(scene, "/guarded/silence").replay(FORGED, scene.recording);

            assertThat(again.status()).isEqualTo(101);
            assertThat(again.body()).isEmpty();
            assertThat(again.closeCode()).isNull();
            assertThat(scene.awaited(WsClose.class).session())
                    .isEqualTo(scene.evidence(WsHandshake.class).get(1).session());
        }
    }

    @Test
    void withNobodysCredentialsTheEvidenceNamesNoUserAndIsAnAnswer() {
        try (Scene scene = scene(SocketToken.HEADER)) {
            Replayable call = connected(scene, "/guarded/say-and-close");
            call.replay(FORGED, scene.recording);
            call.replay(null, scene.recording);
            connected(scene, "/guarded/401").replay(FORGED, scene.recording);

            assertThat(scene.evidence(WsHandshake.class))
                    .extracting(WsHandshake::user)
                    .containsExactly("alice", null, null, "alice", null);
            assertThat(scene.recording.answers(Phase.TEST)).isEqualTo(3);
        }
    }

    @Test
    void asADeclaredUserItIsOneOfThatUser() {
        try (Scene scene = scene(SocketToken.HEADER)) {
            ReplayAnswer again = connected(scene, "/guarded/403").replay(new Bob(), scene.recording);

            assertThat(again.status()).isEqualTo(403);
            assertThat(scene.evidence(WsHandshake.class).get(1).user()).isEqualTo("bob");
            assertThat(scene.recording.answerers()).extracting(Answer::user).containsExactly("bob");
            assertThat(told).hasSize(1);
        }
    }

    @Test
    void headersAndSubprotocolsOfTheAuthorGoAlong() {
        try (Scene scene = scene(SocketToken.HEADER)) {
            watched(scene)
                    .connecting("/request")
                    .header("X-Mine", "1")
                    .subprotocol("chat.v2")
                    .open();

            assertThat(told.get(0).replay(FORGED, scene.recording).body())
                    .contains("X-Mine: 1", "Sec-WebSocket-Protocol: chat.v2", "Authorization: Bearer " + FORGED_TOKEN)
                    .doesNotContain(Scene.TOKEN);
            assertThat(told.get(0).replay(null, scene.recording).body())
                    .contains("X-Mine: 1")
                    .doesNotContain("Authorization");
        }
    }

    @Test
    void noSecretThatTheAuthorWroteGoesAlong() {
        try (Scene scene = scene(SocketToken.HEADER)) {
            watched(scene)
                    .connecting("/request?room=1&access_token=own1")
                    .header("X-Api-Key", "own2")
                    .cookie("sid", "own3")
                    .header("X-Mine", "1")
                    .open();

            assertThat(told.get(0).replay(null, scene.recording).body())
                    .startsWith("GET /request?room=1 HTTP/1.1")
                    .contains("X-Mine: 1")
                    .doesNotContain("own");
        }
    }

    @Test
    void theTokenGoesWhereTheServiceWantsIt() {
        try (Scene scene = scene(new SocketToken(Place.QUERY, "access_token"))) {
            assertThat(connected(scene, "/request")
                            .replay(FORGED, scene.recording)
                            .body())
                    .startsWith("GET /request?access_token=" + FORGED_TOKEN + " HTTP/1.1")
                    .doesNotContain("Authorization", Scene.TOKEN);
        }
        told.clear();
        try (Scene scene = scene(new SocketToken(Place.SUBPROTOCOL, "bearer.${token}"))) {
            assertThat(connected(scene, "/request")
                            .replay(FORGED, scene.recording)
                            .body())
                    .contains("Sec-WebSocket-Protocol: bearer." + FORGED_TOKEN)
                    .doesNotContain(Scene.TOKEN);
            assertThat(scene.recorded.toString()).doesNotContain(FORGED_TOKEN);
        }
        told.clear();
        try (Scene scene = scene(new SocketToken(Place.MESSAGE, "{\"bearer\":\"${token}\"}"))) {
            // The service echoes what it is sent.
            assertThat(connected(scene, "/echo").replay(FORGED, scene.recording).body())
                    .isEqualTo("{\"bearer\":\"" + FORGED_TOKEN + "\"}");
        }
    }

    @Test
    void credentialsWithoutATokenCannotGoThere() {
        try (Scene scene = scene(new SocketToken(Place.QUERY, "access_token"))) {
            RequestAuthorizer tokenless =
                    RequestAuthorizer.ofNobody("a wrong scheme", Map.of("Authorization", "X y"), null);
            Replayable call = connected(scene, "/request");

            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(() -> call.replay(tokenless, scene.recording))
                    .withMessage(
                            "Service 'backend' wants its token in the query, and there is none in 'a wrong scheme'. "
                                    + "Leave it out for this service, or give it a bare token.");
        }
    }

    @Test
    void theFirstAnswerIsToldAsFarAsItIsKnown() {
        try (Scene scene = scene(SocketToken.HEADER)) {
            watched(scene).attempt("/status/403");
            SocketSession open = watched(scene).connect("/close/1013/full");

            assertThat(told.get(0).answer().status()).isEqualTo(403);
            assertThat(told.get(0).user()).contains("alice");
            assertThat(told.get(0).service().name()).isEqualTo("backend");
            assertThat(told.get(0).description()).isEqualTo(url("/status/403") + " as alice");
            assertThat(told.get(0)).hasToString(told.get(0).description());
            assertThat(told.get(1).answer().closeCode()).isNull();
            open.send("go");
            Scene.await(() -> open.closed().isPresent());
            assertThat(told.get(1).answer().closeCode()).isEqualTo(1013);
        }
    }

    @Test
    void aHandshakeWithoutAProperAnswerIsNotToldAndNoneIsGiven() {
        try (Scene scene = scene(SocketToken.HEADER)) {
            watched(scene).attempt("/wrong-accept");
            assertThat(told).isEmpty();
            ServiceCallException broken = catchThrowableOfType(
                    ServiceCallException.class,
                    () -> new ReplayableHandshake(
                                    scene.socketAsAlice()
                                            .connecting("/wrong-accept")
                                            .call(),
                                    scene.socketAsAlice().attempt("/status/401"))
                            .replay(FORGED, scene.recording));
            assertThat(broken.headline()).startsWith(url("/wrong-accept") + " with a forged token: ");
        }
    }

    private Replayable connected(Scene scene, String path) {
        watched(scene).connect(path);
        return told.get(told.size() - 1);
    }

    private ServiceSocket watched(Scene scene) {
        if (!watch.isWatched(scene.recording)) {
            watch.watch(scene.recording, told::add);
        }
        return scene.socketAsAliceWatchedBy(watch);
    }

    private static String url(String path) {
        return "WebSocket ws://" + SERVER.url().getAuthority() + path;
    }

    private static Scene scene(SocketToken token) {
        SocketSettings usual = SocketSettings.DEFAULT;
        return new Scene(
                SERVER.url(),
                new SocketSettings(
                        token, usual.answerWithin(), usual.sendWithin(), usual.largestMessage(), usual.keep()));
    }

    private record Bob() implements RequestAuthorizer {
        @Override
        public String user() {
            return "bob";
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("X-User", "bob");
        }

        @Override
        public Optional<String> token() {
            return Optional.of("the-token-of-bob");
        }
    }
}
