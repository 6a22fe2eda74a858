package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.Need;
import dev.goldenpath.environment.Project;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.runlog.LoggedServices.Sighting;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoggedServicesTest {
    private static final Probe DOWN = new Probe(
            17,
            "redis",
            RunPart.DURING,
            ServiceState.FAILED,
            "backend",
            List.of(),
            List.of(new Probe.Check("report", ServiceState.FAILED, "/redis is 'down'")),
            2,
            Duration.ofMillis(1_500));

    @TempDir
    private Path temporary;

    private LogFolder folder;

    @BeforeEach
    void newFolder() {
        folder = new LogFolder(temporary.resolve("logs"));
    }

    @Test
    void aServicesPlaceAmongTheOthersIsReadAsItWasDeclared() throws IOException {
        try (RunLog log = folder.started("r1")) {
            log.environment(new Project(temporary).yaml("""
                    environments:
                      local:
                        services:
                          backend:
                            url: "http://127.0.0.1:1"
                            health: /health
                            revision: { at: "/v#/r", expected: abc1234, deployed: "/v#/at", max-age: 24h }
                            depends-on: { redis: optional, auth: required }
                          redis: { reported-by: "backend#/redis" }
                          auth: { url: "http://127.0.0.1:2" }
                    """).load());
        }
        Map<String, LoggedService> declared = folder.read("r1").services().declared();
        assertThat(declared.keySet()).containsExactly("backend", "redis", "auth");
        assertThat(declared.get("backend"))
                .isEqualTo(new LoggedService(
                        Map.of("auth", Need.REQUIRED, "redis", Need.OPTIONAL), null, "abc1234", Duration.ofHours(24)));
        assertThat(declared.get("redis")).isEqualTo(new LoggedService(Map.of(), "backend", null, null));
        assertThat(declared.get("auth")).isEqualTo(new LoggedService(Map.of(), null, null, null));
    }

    @Test
    void probesAndRevisionsOfAllJvmsComeInTheOrderOfTheirTime() throws IOException {
        long start = System.nanoTime();
        for (int jvm = 1; jvm >= 0; jvm--) {
            try (RunLog log = folder.started("r1")) {
                Recording own = folder.ledger(log).ofRun(Phase.PROBE);
                own.record(new Revision("backend", "r" + jvm, null, RunPart.BEFORE), start + 1_000_000L * jvm);
                own.record(DOWN, start + 1_000_000L * jvm);
            }
        }
        LoggedServices services = folder.read("r1").services();
        assertThat(services.probes()).extracting(Sighting::evidence).containsExactly(DOWN, DOWN);
        assertThat(services.probes()).extracting(Sighting::at).isSorted().doesNotHaveDuplicates();
        assertThat(services.probes()).extracting(Sighting::log).doesNotHaveDuplicates();
        assertThat(services.revisions())
                .extracting(each -> each.evidence().revision())
                .containsExactly("r0", "r1");
        assertThat(folder.read("r1").revisions()).isEqualTo(Map.of("backend", "r1"));
    }

    @Test
    void anAttemptHasItsTimesNeedsAndFingerprint() throws IOException {
        try (RunLog log = folder.started("r1")) {
            log.testPlanned(LogFolder.planned("t"));
            log.testStarted("t", 1);
            log.testFinished(LogFolder.failed("t", new AssertionError("no")).needing(List.of("redis", "backend")));
        }
        LoggedAttempt attempt = folder.read("r1").tests().get(0).last().orElseThrow();
        Circumstances circumstances = attempt.circumstances();
        assertThat(circumstances.needs()).containsExactly("backend", "redis");
        assertThat(circumstances.startedAt()).isNotNull().isBeforeOrEqualTo(circumstances.endedAt());
        assertThat(attempt.failure()).isNotNull();
        assertThat(folder.objects().get(3).at("/failure/fingerprint").asText()).matches("[0-9a-f]{16}");
    }

    @Test
    void whatNeverBeganOrNeverEndedHasNoSuchTime() throws IOException {
        try (RunLog log = folder.started("r1")) {
            log.testPlanned(LogFolder.planned("begun"));
            log.testStarted("begun", 1);
            log.testPlanned(LogFolder.planned("ended"));
            log.testFinished(
                    new FinishedTest("ended", 1, Verdict.SKIPPED, null, null, List.of(), null, "@Disabled", null));
        }
        List<LoggedTest> tests = folder.read("r1").tests();
        Circumstances begun = tests.get(0).last().orElseThrow().circumstances();
        assertThat(begun.startedAt()).isNotNull();
        assertThat(begun.endedAt()).isNull();
        Circumstances ended = tests.get(1).last().orElseThrow().circumstances();
        assertThat(ended.startedAt()).isNull();
        assertThat(ended.endedAt()).isNotNull();
    }
}
