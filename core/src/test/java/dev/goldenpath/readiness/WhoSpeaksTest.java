package dev.goldenpath.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.Project;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.http.ServerProcess;
import dev.goldenpath.readiness.Conditions.Seen;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Of services that another one reports: who has said how they are, and who has said nothing. */
class WhoSpeaksTest {
    private static final ServiceState UP = ServiceState.HEALTHY;
    private static final ServiceState DOWN = ServiceState.FAILED;
    private static final ServiceState GONE = ServiceState.UNREACHABLE;

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @RegisterExtension
    final Gates gates = new Gates(SERVER);

    private final Map<String, Seen> seen = new LinkedHashMap<>();

    @TempDir
    private Path folder;

    @Test
    void oneThatDoesNotAnswerItselfIsTheRootThoughItsReporterFailsWithIt() {
        saw("backend", Map.of("health", DOWN));
        for (ServiceState reported : List.of(DOWN, GONE)) {
            saw("redis", Map.of("report", reported, "tcp", GONE));
            Picture picture = Conditions.of(environment(), seen);
            assertThat(picture.of("redis").told()).isEqualTo("unreachable: as tcp told");
            assertThat(picture.of("backend").because()).containsExactly("redis");
            assertThat(new RootSearch(environment(), picture).among(List.of("backend", "redis")))
                    .extracting(Condition::service)
                    .containsExactly("redis", "backend");
        }
    }

    @Test
    void whereItsReporterIsSilentItSpeaksItself() {
        saw("backend", Map.of("health", GONE));
        for (ServiceState own : List.of(DOWN, UP)) {
            saw("redis", Map.of("report", GONE, "queue", own));
            assertThat(Conditions.of(environment(), seen).of("redis").told()).isEqualTo(own.word() + ": as queue told");
        }
    }

    @Test
    void itsReporterSpeaksWhereItAloneSaysSo() {
        saw("backend", Map.of("health", DOWN));
        saw("redis", Map.of("report", DOWN, "tcp", UP));
        assertThat(Conditions.of(environment(), seen).of("redis").told())
                .isEqualTo("failed, says 'backend': as report told");
    }

    @Test
    void anErrorThatDoesNotTellOfADependencyDoesNotMakeItFail() {
        String error = URLEncoder.encode("{\"error\":\"out of memory\"}", StandardCharsets.UTF_8);
        ReadinessGate gate = gates.gate("""
                ready-within: 3s
                services:
                  backend: { url: 'URL', health: '/answer?status=500&body=BODY', depends-on: { redis: required } }
                  redis: { reported-by: 'backend#/redis' }
                """.replace("BODY", error));
        assertThat(Gates.outage(gate, "backend").rootCause())
                .startsWith("Service 'backend' of environment 'local' is not ready: failed: GET ")
                .endsWith(" → 500, {\"error\":\"out of memory\"}.");
        assertThat(Gates.outage(gate, "redis").rootCause())
                .isEqualTo(Gates.outage(gate, "backend").rootCause());
    }

    private Environment environment() {
        return new Project(folder).yaml("""
                        environments:
                          local:
                            services:
                              backend: { url: "http://127.0.0.1:1", health: /h, depends-on: { redis: required } }
                              redis: { reported-by: "backend#/redis", address: "127.0.0.1:1" }
                        """).load();
    }

    private void saw(String service, Map<String, ServiceState> states) {
        Map<String, Sight> sights = new LinkedHashMap<>();
        states.forEach((kind, state) -> sights.put(kind, Sight.of(state, "as " + kind + " told")));
        seen.put(service, new Seen(sights, 1, Duration.ofMillis(1), 0));
    }
}
