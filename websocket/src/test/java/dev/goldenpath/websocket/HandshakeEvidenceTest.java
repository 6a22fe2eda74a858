package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phases;
import dev.goldenpath.evidence.WsHandshake;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HandshakeEvidenceTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @Test
    void hasAPhaseForWhatHappenedAndNoneForWhatDidNot() {
        try (Scene scene = new Scene(SERVER.url())) {
            scene.socket().connect("/late/50");

            Phases phases = scene.awaited(WsHandshake.class).phases();
            assertThat(phases.parts()).containsOnlyKeys(NetworkPhase.CONNECT, NetworkPhase.UPGRADE);
            assertThat(phases.of(NetworkPhase.UPGRADE).orElseThrow()).isGreaterThan(Duration.ofMillis(49));
            assertThat(phases.unattributed()).isGreaterThanOrEqualTo(Duration.ZERO);
            assertThat(phases.parts().values().stream().reduce(phases.unattributed(), Duration::plus))
                    .isEqualTo(phases.total());
        }
    }

    @Test
    void aNameIsLookedUp() {
        URI named = URI.create("http://localhost:" + SERVER.url().getPort());
        try (Scene scene = new Scene(named)) {
            scene.socket().connect("/echo");

            WsHandshake handshake = scene.awaited(WsHandshake.class);
            assertThat(handshake.phases().parts())
                    .containsOnlyKeys(NetworkPhase.DNS, NetworkPhase.CONNECT, NetworkPhase.UPGRADE);
            assertThat(handshake.remoteAddress()).isEqualTo("127.0.0.1:" + named.getPort());
        }
    }

    @Test
    void aRefusalHasItsPhasesToo() {
        try (Scene scene = new Scene(SERVER.url())) {
            scene.socket().attempt("/status/403");

            assertThat(scene.awaited(WsHandshake.class).phases().parts())
                    .containsOnlyKeys(NetworkPhase.CONNECT, NetworkPhase.UPGRADE);
        }
    }

    @Test
    void hasTheHeadersBothWaysWithoutItsSecrets() {
        try (Scene scene = new Scene(SERVER.url())) {
            scene.socketAsAlice().connect("/echo");

            WsHandshake handshake = scene.awaited(WsHandshake.class);
            assertThat(handshake.requestHeaders())
                    .containsEntry("Authorization", List.of("***"))
                    .containsEntry("Sec-WebSocket-Key", List.of("***"))
                    .containsEntry("Upgrade", List.of("websocket"))
                    .containsEntry("Host", List.of("127.0.0.1:" + SERVER.url().getPort()));
            assertThat(handshake.responseHeaders()).containsEntry("upgrade", List.of("websocket"));
        }
    }

    @Test
    void aDateOfTheAnswerStaysWhole() {
        try (Scene scene = new Scene(SERVER.url())) {
            SocketAttempt attempt = scene.socket().attempt("/status/503/date");

            assertThat(attempt.header("Retry-After").orElseThrow())
                    .matches("\\w{3}, \\d{1,2} \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
            assertThat(attempt.retryAfter().orElseThrow()).isBetween(Duration.ofMinutes(50), Duration.ofMinutes(60));
        }
    }
}
