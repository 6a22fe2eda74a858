package dev.goldenpath.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.Project;
import dev.goldenpath.evidence.Probe.Check;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.readiness.Conditions.Seen;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConditionsTest {
    private static final ServiceState UP = ServiceState.HEALTHY;
    private static final ServiceState DOWN = ServiceState.FAILED;
    private static final ServiceState GONE = ServiceState.UNREACHABLE;

    private final Map<String, Seen> seen = new LinkedHashMap<>();

    @TempDir
    private Path folder;

    private Environment environment;

    @BeforeEach
    void declare() {
        environment = new Project(folder).yaml("""
                        environments:
                          local:
                            services:
                              front: { url: "http://127.0.0.1:1", depends-on: { backend: required } }
                              backend:
                                url: "http://127.0.0.1:1"
                                liveness: /live
                                health: /health
                                depends-on: { db: required, cache: optional }
                              db: { reported-by: "backend#/db" }
                              cache: { reported-by: "backend#/cache" }
                        """).load();
    }

    @Test
    void nothingIsKnownBeforeTheFirstAnswer() {
        Condition condition = condition("db");
        assertThat(condition.ready()).isFalse();
        assertThat(condition.asked()).isZero();
        assertThat(condition.words()).isEqualTo("no answer yet");
    }

    @Test
    void isHealthyWhenAllChecksAre() {
        saw("backend", Map.of("health", UP, "liveness", UP));
        assertThat(condition("backend").state()).isEqualTo(UP);
    }

    @Test
    void livenessAndDeepHealthThatDisagreeContradict() {
        saw("backend", ordered("health", DOWN, "liveness", UP));
        Condition condition = condition("backend");
        assertThat(condition.state()).isEqualTo(ServiceState.CONTRADICTORY);
        assertThat(condition.because()).isEmpty();
        assertThat(condition.words()).isEqualTo("health says failed (as told), liveness says healthy (as told)");
        saw("backend", ordered("health", UP, "liveness", GONE));
        assertThat(condition("backend").state()).isEqualTo(ServiceState.CONTRADICTORY);
    }

    @Test
    void aRequiredDependencyThatIsDownExplainsAFailingHealth() {
        saw("backend", ordered("health", DOWN, "liveness", UP));
        saw("db", Map.of("report", DOWN));
        saw("cache", Map.of("report", DOWN));
        Condition condition = condition("backend");
        assertThat(condition.state()).isEqualTo(ServiceState.CONTRADICTORY);
        assertThat(condition.because()).containsExactly("db");
        assertThat(condition("db").saidBy()).isEqualTo("backend");
    }

    @Test
    void anOptionalDependencyThatIsDownDegradesWhateverTheHealthSays() {
        saw("cache", Map.of("report", DOWN));
        saw("db", Map.of("report", UP));
        for (ServiceState health : List.of(UP, DOWN)) {
            saw("backend", ordered("health", health, "liveness", UP));
            Condition condition = condition("backend");
            assertThat(condition.state()).isEqualTo(ServiceState.DEGRADED);
            assertThat(condition.because()).containsExactly("cache");
        }
    }

    @Test
    void aServiceThatAsksForTimeIsNotDegradedButStartsUp() {
        saw("cache", Map.of("report", DOWN));
        Sight wait = new Sight(DOWN, "starting", Duration.ofSeconds(1));
        seen.put("backend", new Seen(Map.of("health", wait), 1, Duration.ofMillis(1), 0));
        assertThat(condition("backend").state()).isEqualTo(DOWN);
    }

    @Test
    void anOptionalDependencyDoesNotExcuseAServiceThatDoesNotAnswer() {
        saw("backend", Map.of("health", GONE, "liveness", GONE));
        saw("cache", Map.of("report", DOWN));
        assertThat(condition("backend").state()).isEqualTo(GONE);
        assertThat(condition("backend").because()).isEmpty();
    }

    @Test
    void whatTheReporterDoesNotTellExplainsNothing() {
        saw("backend", Map.of("health", GONE, "liveness", GONE));
        saw("db", Map.of("report", GONE));
        assertThat(condition("db").unknown()).isTrue();
        assertThat(condition("backend").because()).isEmpty();
    }

    @Test
    void aCheckOfItsOwnSpeaksWhereTheReporterIsSilent() {
        saw("db", Map.of("report", GONE, "tcp", UP));
        assertThat(condition("db").state()).isEqualTo(UP);
        saw("db", Map.of("report", DOWN, "tcp", UP));
        assertThat(condition("db").state()).isEqualTo(DOWN);
    }

    @Test
    void theWorstCheckIsToldFirst() {
        saw("backend", ordered("health", UP, "tcp", GONE));
        assertThat(condition("backend").state()).isEqualTo(GONE);
        assertThat(condition("backend").checks()).extracting(Check::kind).containsExactly("tcp", "health");
    }

    @Test
    void aDependencyThatIsDownDoesNotMakeAServiceFailThatSaysItIsWell() {
        saw("front", Map.of("health", UP));
        saw("backend", Map.of("health", DOWN));
        assertThat(condition("front").state()).isEqualTo(UP);
    }

    private Condition condition(String service) {
        return Conditions.of(environment, seen).of(service);
    }

    private static Map<String, ServiceState> ordered(
            String kind, ServiceState state, String other, ServiceState otherState) {
        Map<String, ServiceState> states = new LinkedHashMap<>();
        states.put(kind, state);
        states.put(other, otherState);
        return states;
    }

    private void saw(String service, Map<String, ServiceState> states) {
        Map<String, Sight> sights = new LinkedHashMap<>();
        states.forEach((kind, state) -> sights.put(kind, Sight.of(state, "as told")));
        seen.put(service, new Seen(sights, 1, Duration.ofMillis(1), 0));
    }
}
