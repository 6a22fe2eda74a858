package dev.goldenpath.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Probe.Check;
import dev.goldenpath.evidence.ServiceState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitingLineTest {

    @Test
    void tellsWhatIsWaitedForAndForHowLong() {
        assertThat(line(
                        condition("auth", ServiceState.HEALTHY, null, "GET http://auth/health → 200"),
                        condition("backend", ServiceState.FAILED, null, "GET http://backend/health → 503"),
                        condition("redis", ServiceState.FAILED, "backend", "/redis is 'down'"),
                        new Condition(
                                "queue", ServiceState.UNREACHABLE, null, List.of(), List.of(), 0, Duration.ZERO, 0)))
                .contains("Golden Path waits for environment 'staging', 15 s of 60 s: 'backend' failed: GET"
                        + " http://backend/health → 503; 'redis' failed, says 'backend': /redis is 'down'; 'queue'"
                        + " unreachable: no answer yet");
    }

    @Test
    void isAbsentWhereAllIsReady() {
        assertThat(line(
                        condition("auth", ServiceState.HEALTHY, null, ""),
                        condition("db", ServiceState.DEGRADED, null, "")))
                .isEmpty();
    }

    private static Optional<String> line(Condition... conditions) {
        return WaitingLine.of("staging", List.of(conditions), Duration.ofMillis(15_900), Duration.ofSeconds(60));
    }

    private static Condition condition(String service, ServiceState state, String saidBy, String words) {
        return new Condition(
                service,
                state,
                saidBy,
                List.of(),
                List.of(new Check(saidBy == null ? "health" : "report", state, words)),
                3,
                Duration.ofSeconds(15),
                0);
    }
}
