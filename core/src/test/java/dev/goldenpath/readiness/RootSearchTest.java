package dev.goldenpath.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.Project;
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

class RootSearchTest {
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
                              backend: { url: "http://127.0.0.1:1", health: /h, depends-on: { db: required, cache: optional } }
                              db: { reported-by: "backend#/db" }
                              cache: { url: "http://127.0.0.1:1" }
                              auth: { url: "http://127.0.0.1:1" }
                        """).load();
        environment.services().keySet().forEach(name -> saw(name, UP));
    }

    @Test
    void whereAllIsWellThereIsNone() {
        assertThat(roots("front")).isEmpty();
    }

    @Test
    void theDeepestThatIsDownIsTheRoot() {
        saw("front", DOWN);
        saw("backend", DOWN);
        saw("db", DOWN);
        assertThat(roots("front")).containsExactly("db", "backend", "front");
    }

    @Test
    void whatATestDoesNotNeedDoesNotCount() {
        saw("auth", GONE);
        saw("cache", GONE);
        assertThat(roots("front")).isEmpty();
        assertThat(roots("auth")).containsExactly("auth");
        assertThat(roots("cache")).containsExactly("cache");
    }

    @Test
    void aTestThatNamesNothingNeedsAllThatIsNotOptionalForEveryOther() {
        saw("auth", GONE);
        saw("cache", GONE);
        assertThat(roots()).containsExactly("auth");
    }

    @Test
    void whoeverReportsAServiceAndDoesNotAnswerIsToBlameInItsPlace() {
        saw("backend", GONE);
        saw("db", "report", GONE);
        assertThat(roots("db")).containsExactly("backend");
        assertThat(roots("front")).containsExactly("backend");
    }

    @Test
    void aReporterThatIsWellAndDoesNotTellIsNotToBlame() {
        saw("db", "report", GONE);
        assertThat(roots("db")).containsExactly("db");
    }

    @Test
    void tellsTheWayToTheRoot() {
        saw("db", "report", DOWN);
        RootSearch search = new RootSearch(environment, Conditions.of(environment, seen));
        assertThat(search.way(List.of("front"), "db")).contains(List.of("front", "backend", "db"));
        assertThat(search.way(List.of("auth"), "db")).isEmpty();
    }

    private List<String> roots(String... named) {
        return new RootSearch(environment, Conditions.of(environment, seen))
                .among(new NeededServices(environment).required(List.of(named))).stream()
                        .map(Condition::service)
                        .toList();
    }

    private void saw(String service, ServiceState state) {
        saw(service, service.equals("db") ? "report" : "health", state);
    }

    private void saw(String service, String kind, ServiceState state) {
        seen.put(service, new Seen(Map.of(kind, Sight.of(state, "as told")), 1, Duration.ofMillis(1), 0));
    }
}
