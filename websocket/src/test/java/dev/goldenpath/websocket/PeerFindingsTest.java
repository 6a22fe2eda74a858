package dev.goldenpath.websocket;

import static dev.goldenpath.websocket.Within.within;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.PeerPolicy;
import dev.goldenpath.environment.UndeclaredHosts;
import dev.goldenpath.evidence.Answer;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.evidence.WsHandshake;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerFindingsTest {
    private static final PeerPolicy REMOTE = new PeerPolicy(true, false, UndeclaredHosts.FAIL);

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @Test
    void aSessionWithThisMachineIsAFindingInARemoteEnvironment() {
        URI named = URI.create("http://localhost:" + SERVER.url().getPort());
        try (Scene scene = new Scene(named)) {
            ServiceSocket socket = scene.socketJudgedBy(REMOTE);
            socket.connect("/echo").close();
            socket.connect("/echo").close();
            assertThat(scene.recording.findings())
                    .containsExactly(Finding.inTraffic(
                            "peer-on-this-machine",
                            Effect.FAKE,
                            "Service 'backend' (" + named + " from goldenpath.yaml:7) was called at 127.0.0.1:"
                                    + named.getPort()
                                    + ", a loopback address, although environment 'staging' is 'remote: true'.",
                            "See why its name leads there. Where it is the near end of a tunnel, say 'tunnel: true' at"
                                    + " the service."));
        }
    }

    @Test
    void aRefusalByThisMachineIsOneToo() {
        try (Scene scene = new Scene(SERVER.url())) {
            assertThat(scene.socketJudgedBy(REMOTE).attempt("/status/503")).hasStatus(503);
            assertThat(scene.recording.findings()).hasSize(1);
            assertThat(scene.awaited(WsHandshake.class).answer()).contains(new Answer("backend", null, peer()));
        }
    }

    @Test
    void whoDidNotAnswerIsNoPeer() {
        try (Scene scene = new Scene(URI.create("http://127.0.0.1:1"))) {
            assertThat(scene.socketJudgedBy(REMOTE).attempt("/ws").status()).isEmpty();
            assertThat(scene.recording.findings()).isEmpty();
        }
    }

    @Test
    void aServiceOfALocalEnvironmentIsHere() {
        try (Scene scene = new Scene(SERVER.url())) {
            scene.socketJudgedBy(PeerPolicy.DEFAULT).connect("/echo").close();
            assertThat(scene.recording.findings()).isEmpty();
        }
    }

    @Test
    void aReceivedMessageIsAnAnswerOfThePeer() {
        try (Scene scene = new Scene(SERVER.url())) {
            SocketSession session = scene.socket().connect("/echo");
            session.sendJson(Map.of("type", "greeting"));
            assertThat(session.events()).arriveInOrder(within(ofSeconds(10)), "greeting");
            assertThat(scene.recorded)
                    .flatExtracting(
                            recorded -> recorded.observed().answer().stream().toList())
                    .containsExactly(new Answer("backend", null, peer()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ws://127.0.0.1/a, 127.0.0.1:80",
        "wss://127.0.0.1/a, 127.0.0.1:443",
        "ws://127.0.0.1:8080/a, 127.0.0.1:8080",
        "ws://[::1]:8080/a, [0:0:0:0:0:0:0:1]:8080",
        "ws://nobody.invalid/a,",
    })
    void aPeerIsTheFirstAddressOfTheName(URI url, String peer) throws Exception {
        assertThat(SocketPeer.of(url, new HandshakeTimer(), Runnable::run, Duration.ofSeconds(10)))
                .isEqualTo(Optional.ofNullable(peer));
    }

    private static String peer() {
        return "127.0.0.1:" + SERVER.url().getPort();
    }
}
