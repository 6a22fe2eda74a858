package dev.goldenpath.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.http.FullBacklog;
import dev.goldenpath.http.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Of services that a test does not need, and of how long those are waited for that it needs. */
@Timeout(120)
class NeedsTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @RegisterExtension
    final Gates gates = new Gates(SERVER);

    @Test
    void whatATestDoesNotNeedNeitherBlocksItNorIsWaitedForAndTheEndHasALimit() throws IOException {
        try (FullBacklog full = FullBacklog.create()) {
            ReadinessGate gate = gates.gate("""
                    ready-within: 600s
                    services:
                      good: { url: 'URL', health: /answer }
                      down: { url: 'URL', health: '/answer?status=503' }
                      silent: { url: 'FULL', health: /health, timeouts: { connect: 60s } }
                      stuck: { url: 'URL', health: /answer, probes: { author: 'hangs ASKED' } }
                    """.replace("FULL", full.url().toString())
                    .replace("ASKED", gates.folder().resolve("asked").toString()));
            gate.require(List.of("good"));
            gate.end();
            assertThat(after())
                    .containsExactly("good healthy", "down failed", "silent unreachable", "stuck unreachable");
            Files.createFile(gates.folder().resolve("free"));
        }
    }

    @Test
    void aServiceThatAsksForTimeIsLeftAlone() {
        ReadinessGate gate = gates.gate("""
                ready-within: 3s
                services: { backend: { url: 'URL', health: '/answer/patient?status=503&h.Retry-After=2' } }
                """);
        assertThat(Gates.isOpen(gate)).isFalse();
        // At once, 2 s later, and for the last time right before the end.
        assertThat(gates.hits("/answer/patient")).isBetween(2, 3);
        assertThat(gates.probes("backend")).hasSize(1);
    }

    @Test
    void aTestThatNeedsNothingOfItWaitsForAllThatMatters() {
        ReadinessGate gate = gates.gate("""
                ready-within: 600s
                services:
                  backend: { url: 'URL', health: /ready-after/3/matters }
                  jobs: { url: 'URL', health: /answer, depends-on: { cache: optional } }
                  cache: { url: 'URL', health: '/answer?status=503' }
                """);
        gate.require();
        assertThat(gates.hits("/ready-after/3/matters")).isEqualTo(3);
    }

    private List<String> after() {
        return gates.evidence(Probe.class).stream()
                .filter(probe -> probe.part() == RunPart.AFTER)
                .map(probe -> probe.service() + " " + told(probe.state()))
                .toList();
    }

    private static String told(ServiceState state) {
        return state.word();
    }
}
