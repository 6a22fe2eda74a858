package dev.goldenpath.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.http.ServerProcess;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the gate says of a service in each of its states. */
class StatesTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @RegisterExtension
    final Gates gates = new Gates(SERVER);

    @BeforeEach
    void haveNothingToWaitFor() {
        gates.afterAnotherJvmHasWaited();
    }

    @Test
    void healthy() {
        gates.gate("services: { backend: { url: 'URL', health: /answer } }").require();
        assertThat(states("backend")).containsExactly(ServiceState.HEALTHY);
    }

    @Test
    void failed() {
        assertThat(Gates.message(gates.gate("""
                services:
                  backend: { url: 'URL', health: '/answer?status=503&body=%7B%22step%22:2%7D' }
                """))).isEqualTo("""
                        Service 'backend' of environment 'local' is not ready: failed: GET http://127.0.0.1:PORT/answer?status=503&body=%7B%22step%22:2%7D → 503, {"step":2}.
                          waited:   N s, N probes
                          url from: goldenpath.yaml:4""");
        assertThat(states("backend")).containsExactly(ServiceState.FAILED);
    }

    @Test
    void unreachable() {
        assertThat(Gates.message(gates.gate("""
                services:
                  backend: { url: 'http://127.0.0.1:1', health: /health }
                """))).isEqualTo("""
                        Service 'backend' of environment 'local' is not ready: unreachable: GET http://127.0.0.1:PORT/health: connection refused.
                          waited:   N s, N probes
                          url from: goldenpath.yaml:4""");
        assertThat(states("backend")).containsExactly(ServiceState.UNREACHABLE);
    }

    @Test
    void anotherAnswersInItsPlace() {
        assertThat(Gates.message(gates.gate("""
                services:
                  backend: { url: 'URL', health: '/answer?type=text/html' }
                """))).isEqualTo("""
                        Service 'backend' of environment 'local' is not ready: failed: GET http://127.0.0.1:PORT/answer?type=text/html → 200, but with an HTML page: something else answers in its place.
                          waited:   N s, N probes
                          url from: goldenpath.yaml:4""");
    }

    @Test
    void contradictory() {
        assertThat(Gates.message(gates.gate("""
                services:
                  backend: { url: 'URL', liveness: /answer, health: '/answer?status=503' }
                """))).isEqualTo("""
                        Service 'backend' of environment 'local' is not ready: contradictory: health says failed (GET http://127.0.0.1:PORT/answer?status=503 → 503), liveness says healthy (GET http://127.0.0.1:PORT/answer → 200).
                          waited:   N s, N probes
                          url from: goldenpath.yaml:4""");
        assertThat(states("backend")).containsExactly(ServiceState.CONTRADICTORY);
    }

    @Test
    void contradictoryTheOtherWayRound() {
        assertThat(Gates.message(gates.gate("""
                services:
                  backend: { url: 'URL', liveness: '/answer?status=500', health: /answer }
                """)))
                .contains("contradictory: liveness says failed (GET http://127.0.0.1:PORT/answer?status=500 → 500),"
                        + " health says healthy (GET http://127.0.0.1:PORT/answer → 200).");
    }

    @Test
    void degradedByItsOwnWordProceeds() {
        ReadinessGate gate = gates.gate("""
                services:
                  backend: { url: 'URL', health: { path: '/answer?body=%7B%22s%22:%22warn%22%7D', state: /s } }
                """);
        gate.require();
        assertThat(states("backend")).containsExactly(ServiceState.DEGRADED);
        assertThat(gate.degradations(List.of("backend")))
                .map(Fact::value)
                .map(String::valueOf)
                .map(Gates::normalised)
                .containsExactly(
                        "backend: GET http://127.0.0.1:PORT/answer?body=%7B%22s%22:%22warn%22%7D → 200, /s is 'warn'");
    }

    @Test
    void degradedByWhatItCanDoWithoutProceeds() {
        ReadinessGate gate = gates.gate(degraded("proceed"));
        gate.require();
        assertThat(gate.degradations(List.of("backend")))
                .containsExactly(Fact.of(
                        "degraded",
                        "backend: 'cache' failed (probe "
                                + gates.probes("cache").get(0).number() + ")"));
        assertThat(gate.degradations(List.of("other"))).isEmpty();
        assertThat(gates.probes("backend").get(0).because()).containsExactly("cache");
    }

    @Test
    void degradedBlocksWhereThatIsWanted() {
        ReadinessGate gate = gates.gate(degraded("block"));
        assertThat(Gates.message(gate, "backend"))
                .isEqualTo("Service 'backend' of environment 'local' is degraded: 'cache' failed (probe N),"
                        + " and 'degraded: block' is set.");
        gate.require(List.of("other"));
    }

    @Test
    void unknownForItsReporterHasAPage() {
        assertThat(Gates.message(gates.gate("""
                services:
                  front: { url: 'URL', health: /answer, depends-on: { redis: required } }
                  backend: { url: 'URL', health: '/answer?type=text/html' }
                  redis: { reported-by: 'backend#/redis' }
                """), "front")).isEqualTo("""
                        Service 'backend' of environment 'local' is not ready: failed: GET http://127.0.0.1:PORT/answer?type=text/html → 200, but with an HTML page: something else answers in its place.
                          why:      this test needs 'front' (probe N), which needs 'redis' (probe N), which needs 'backend', failed (probe N)
                          waited:   N s, N probes
                          url from: goldenpath.yaml:5""");
    }

    private static String degraded(String what) {
        return """
                degraded: WHAT
                services:
                  backend: { url: 'URL', health: /answer, depends-on: { cache: optional } }
                  cache: { url: 'URL', health: '/answer?status=503' }
                  other: { url: 'URL', health: /answer }
                """.replace("WHAT", what);
    }

    private List<ServiceState> states(String service) {
        return gates.probes(service).stream().map(Probe::state).toList();
    }
}
