package dev.goldenpath.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.Project;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.evidence.ServiceState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockingTest {
    private static final Probe READY = probe("backend", ServiceState.HEALTHY);
    private static final Probe SICK = probe("backend", ServiceState.FAILED);
    private static final Probe SILENT = probe("backend", ServiceState.UNREACHABLE);
    private static final Probe DB_UNKNOWN = probe("db", ServiceState.UNREACHABLE);

    @TempDir
    private Path folder;

    private Environment environment;

    @BeforeEach
    void declare() {
        environment = new Project(folder).yaml("""
                        environments:
                          local:
                            services:
                              backend: { url: "http://127.0.0.1:1", health: /health, depends-on: { db: required } }
                              db: { reported-by: "backend#/db" }
                        """).load();
    }

    @Test
    void aServiceIsUnknownWhereItsReporterBlocksInItsPlace() {
        assertThat(Blocking.among(List.of(SILENT, DB_UNKNOWN), environment)).containsExactly(SILENT);
        assertThat(Blocking.among(List.of(SICK, DB_UNKNOWN), environment)).containsExactly(SICK);
    }

    @Test
    void aServiceWithoutAnAnswerBlocksWhereItsReporterIsReady() {
        assertThat(Blocking.among(List.of(READY, DB_UNKNOWN), environment)).containsExactly(DB_UNKNOWN);
    }

    private static Probe probe(String service, ServiceState state) {
        return new Probe(1, service, RunPart.BEFORE, state, null, List.of(), List.of(), 1, Duration.ofMillis(1));
    }
}
