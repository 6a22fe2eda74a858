package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.BypassNames;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.WsHandshake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BypassTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @Test
    void whatGoesWithAHandshakeIsAFindingAndIsMasked() {
        try (Scene scene = new Scene(SERVER.url())) {
            ServiceSocket socket = scene.socketLookedThroughFor(BypassNames.DEFAULT);
            socket.connecting("/echo?skip_auth=yes")
                    .header("X-E2E-Bypass-Key", "open-sesame")
                    .open();
            socket.connecting("/status/503")
                    .header("X-E2E-Bypass-Key", "open-sesame")
                    .attempt();

            assertThat(scene.recording.findings())
                    .extracting(Finding::words)
                    .containsExactly(
                            "X-E2E-Bypass-Key goes with calls of service 'backend'",
                            "parameter 'skip_auth' goes with calls of service 'backend'");
            assertThat(scene.evidence(WsHandshake.class).get(0).url()).endsWith("/echo?skip_auth=***");
            assertThat(scene.recorded.toString()).doesNotContain("open-sesame");
        }
    }
}
