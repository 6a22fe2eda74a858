package dev.goldenpath.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.Waiting;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.http.ServerProcess;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Of services that go down, and come back, while tests run. */
@Timeout(120)
class BreakerTest {
    private static final String SERVICES = """
            ready-within: 600s
            services:
              front: { url: 'URL', health: /answer, depends-on: { backend: required } }
              backend: { url: 'URL', health: /kept/breaker }
              other: { url: 'URL', health: /answer }
            """;

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @RegisterExtension
    final Gates gates = new Gates(SERVER);

    @BeforeEach
    void haveAllWell() {
        gates.keep("breaker", "status=200");
    }

    @Test
    void whoNeedsAServiceThatHasGoneDownIsBlockedAtOnceAndReleasedWhenItIsBack() {
        ReadinessGate gate = gates.gate(SERVICES);
        gate.require(List.of("front"));
        gates.keep("breaker", "status=503");
        gate.suspect(List.of("front"), true);

        assertThat(Gates.message(gate, "front")).isEqualTo("""
                Service 'backend' of environment 'local' is not ready: failed: GET http://127.0.0.1:PORT/kept/breaker → 503.
                  why:      this test needs 'front' (probe N), which needs 'backend', failed (probe N)
                  waited:   N s, N probes
                  url from: goldenpath.yaml:6""");
        assertThat(Gates.outage(gate, "backend").rootCause())
                .isEqualTo(Gates.outage(gate, "front").rootCause());
        gate.require(List.of("other"));

        gates.keep("breaker", "status=200");
        Waiting.until(() -> Gates.isOpen(gate, "front"));
        assertThat(parts("backend"))
                .startsWith("BEFORE healthy", "DURING failed")
                .endsWith("DURING healthy");
    }

    @Test
    void theLineStaysTheSameAsLongAsItIsDown() {
        ReadinessGate gate = gates.gate(SERVICES);
        gate.require();
        gates.keep("breaker", "status=503");
        gate.suspect(List.of("backend"), true);
        String first = Gates.outage(gate, "backend").rootCause();

        gates.keep("breaker", "status=500");
        gate.suspect(List.of("backend"), true);
        assertThat(Gates.outage(gate, "front").rootCause()).isEqualTo(first);
    }

    @Test
    void aFailureThatDoesNotLookLikeTheEnvironmentAsksNobodyAnew() {
        ReadinessGate gate = gates.gate(SERVICES);
        gate.require();
        int before = gates.hits("/kept/breaker");
        gate.suspect(List.of("backend"), false);
        assertThat(gates.hits("/kept/breaker")).isEqualTo(before);
        gate.suspect(List.of("backend"), true);
        assertThat(gates.hits("/kept/breaker")).isEqualTo(before + 1);
    }

    @Test
    void whatTheFailedTestDidNotNeedIsNotAsked() {
        ReadinessGate gate = gates.gate(SERVICES);
        gate.require();
        int before = gates.hits("/kept/breaker");
        gate.suspect(List.of("other"), true);
        assertThat(gates.hits("/kept/breaker")).isEqualTo(before);
        assertThat(parts("backend")).containsExactly("BEFORE healthy");
        assertThat(parts("other")).containsExactly("BEFORE healthy", "DURING healthy");
    }

    @Test
    void whatWasKnownBeforeIsTheStateBeforeThoughNoTestHasWaitedForAll() {
        gates.keep("never", "status=503");
        ReadinessGate gate = gates.gate(SERVICES + "  dead: { url: 'URL', health: /kept/never }\n");
        gate.require(List.of("front"));
        gates.keep("breaker", "status=503");
        gate.suspect(List.of("front"), true);
        gate.end();
        assertThat(parts("backend")).containsExactly("BEFORE healthy", "DURING failed", "AFTER failed");
    }

    @Test
    void oneThatNoTestHasHadYetIsStillWaitedFor() {
        ReadinessGate gate = gates.gate(SERVICES + "  late: { url: 'URL', health: /ready-after/4/late }\n");
        gate.require(List.of("front"));
        gate.suspect(List.of("front"), true);
        gate.require(List.of("late"));
        assertThat(gates.hits("/ready-after/4/late")).isEqualTo(4);
    }

    private List<String> parts(String service) {
        return gates.probes(service).stream().map(BreakerTest::told).distinct().toList();
    }

    private static String told(Probe probe) {
        RunPart part = probe.part();
        ServiceState state = probe.state();
        return part + " " + state.word();
    }
}
