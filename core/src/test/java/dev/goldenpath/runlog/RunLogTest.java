package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.goldenpath.Waiting;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Phases;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.evidence.Sha256;
import dev.goldenpath.evidence.WsHandshake;
import dev.goldenpath.verdict.Verdict;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {

    @TempDir
    private Path temporary;

    private LogFolder folder;

    @BeforeEach
    void newFolder() {
        folder = new LogFolder(temporary.resolve("not/there/yet"));
    }

    @Test
    void namesItsFileByRunProcessAndStart() throws IOException {
        folder.started("r1").close();
        assertThat(folder.onlyFile().getFileName())
                .hasToString("run-r1-" + ProcessHandle.current().pid() + "-"
                        + ManagementFactory.getRuntimeMXBean().getStartTime() + ".jsonl");
    }

    @Test
    void aSecondLogOfOneJvmGetsANumber() throws IOException {
        folder.started("r1").close();
        folder.started("r1").close();
        folder.started("r1").close();
        String name = folder.onlyFile().getFileName().toString().replace("-2.jsonl", "");
        assertThat(folder.files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly(name + "-2.jsonl", name + "-3.jsonl", name + ".jsonl");
    }

    @Test
    void everyLineIsNumberedAndChainedToTheOneBefore() throws IOException {
        try (RunLog log = folder.started("r1")) {
            log.testPlanned(LogFolder.planned("t"));
            log.testStarted("t", 1);
            log.testFinished(LogFolder.passed("t"));
            log.runFinished(Map.of(Verdict.PASSED, 1), List.of());
        }
        assertChained(folder.lines(), 5);
    }

    @Test
    void manyThreadsWriteOneChain() throws Exception {
        try (RunLog log = folder.started("r1")) {
            Recording recording = folder.ledger(log).ofTest("t", 1);
            ExecutorService threads = Executors.newFixedThreadPool(8);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                running.add(threads.submit(() -> {
                    for (int j = 0; j < 100; j++) {
                        recording.record(new Revision("backend", "ü→" + j, null, RunPart.BEFORE), System.nanoTime());
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get(60, TimeUnit.SECONDS);
            }
            threads.shutdown();
        }
        assertChained(folder.lines(), 801);
    }

    @Test
    void aLineIsThereBeforeTheCallReturns() throws IOException {
        try (RunLog log = folder.started("r1")) {
            log.testStarted("t", 1);
            assertThat(folder.lines()).hasSize(2);
        }
    }

    @Test
    void aFinishedTestHasAllItsEvidence() throws IOException {
        try (RunLog log = folder.started("r1")) {
            Recording recording = folder.ledger(log).ofTest("t", 1);
            for (int i = 0; i < 300; i++) {
                recording.record(new Revision("backend", "r" + i, null, RunPart.BEFORE), System.nanoTime());
            }
            log.testFinished(LogFolder.passed("t"));
            assertThat(folder.lines()).hasSize(302);
        }
    }

    @Test
    void evidenceIsWrittenWhileItsTestRuns() throws IOException {
        try (RunLog log = folder.started("r1")) {
            File file = folder.onlyFile().toFile();
            long before = file.length();
            folder.ledger(log)
                    .ofTest("t", 1)
                    .record(new Revision("backend", "r", null, RunPart.BEFORE), System.nanoTime());
            Waiting.until(() -> file.length() > before);
        }
    }

    @Test
    void anInterruptedThreadLosesNoLine() throws IOException {
        try (RunLog log = folder.started("r1")) {
            Thread.currentThread().interrupt();
            try {
                log.testStarted("t", 1);
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
            log.testStarted("t", 2);
            assertThat(log.failure()).isEmpty();
        }
        assertThat(folder.lines()).hasSize(3);
    }

    @Test
    void tellsWhyLinesWereLost() throws IOException {
        RunLog log = folder.started("r1");
        log.close();
        log.testStarted("t", 1);
        assertThat(log.failure()).isPresent();
    }

    @Test
    void secretsAreMaskedWhereverTheyStand() throws IOException {
        folder.redaction.addValue("s3cret");
        try (RunLog log = folder.started("r1")) {
            log.testFinished(LogFolder.failed("t", new AssertionError("expected s3cret")));
            log.testPlanned(new PlannedTest("t", "C", "m()", "with s3cret", "P1", "s3cret", List.of("s3cret")));
            folder.ledger(log)
                    .ofRun(Phase.PROBE)
                    .record(new Revision("backend", "{\"token\":\"x\"}", null, RunPart.BEFORE), 0);
        }
        assertThat(String.join("\n", folder.lines())).doesNotContain("s3cret");
        JsonNode failure = folder.objects().get(1).path("failure");
        assertThat(failure.path("message").textValue()).isEqualTo("expected ***");
        assertThat(failure.path("stackTrace").textValue()).startsWith("java.lang.AssertionError: expected ***\n");
        assertThat(folder.objects().get(2).path("protects").path(0).textValue()).isEqualTo("***");
        assertThat(folder.objects().get(3).path("revision").textValue()).isEqualTo("{\"token\":\"***\"}");
    }

    @Test
    void keysThatComeFromOutsideAreMaskedToo() throws IOException {
        folder.redaction.addValue("s3cret");
        Map<String, List<String>> headers = Map.of("X-s3cret", List.of("a", "s3cret"));
        try (RunLog log = folder.started("r1")) {
            WsHandshake refused = new WsHandshake(
                    "backend",
                    null,
                    1,
                    "ws://h/",
                    "127.0.0.1:1",
                    headers,
                    503,
                    Map.of(),
                    null,
                    null,
                    Phases.ofTotal(Duration.ZERO),
                    "no",
                    null,
                    null);
            folder.ledger(log).ofTest("t", 1).record(refused, 0);
        }
        assertThat(folder.objects().get(1).path("requestHeaders")).hasToString("{\"X-***\":[\"a\",\"***\"]}");
    }

    @Test
    void aPasswordThatIsAWordOfTheFormatLeavesTheLogReadable() throws IOException {
        List.of("test", "PASSED", "P1", "evidence", "r1", "TEST", "goldenpath").forEach(folder.redaction::addValue);
        try (RunLog log = folder.started("r1")) {
            log.testPlanned(LogFolder.planned("[class:test]"));
            log.testFinished(LogFolder.passed("[class:test]"));
        }
        assertThat(folder.read("r1").tests()).singleElement().satisfies(test -> {
            assertThat(test.verdict()).isEqualTo(Verdict.PASSED);
            assertThat(test.plan().priority()).isEqualTo("P1");
            assertThat(test.plan().test()).isEqualTo("[class:test]");
        });
    }

    private static void assertChained(List<String> lines, int expected) {
        assertThat(lines).hasSize(expected);
        String previous = "";
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = LogFolder.parse(lines.get(i));
            assertThat(line.path("seq").intValue()).isEqualTo(i + 1);
            assertThat(line.path("prev").textValue()).isEqualTo(previous);
            previous = Sha256.of(lines.get(i).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Sha256.of("abc".getBytes(StandardCharsets.UTF_8))).startsWith("ba7816bf8f01cfea");
    }
}
