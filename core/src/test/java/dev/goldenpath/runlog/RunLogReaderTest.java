package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.goldenpath.environment.Project;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunLogReaderTest {

    @TempDir
    private Path temporary;

    private LogFolder folder;

    @BeforeEach
    void newFolder() {
        folder = new LogFolder(temporary.resolve("logs"));
    }

    @Test
    void tellsWhatTheLogSays() throws IOException {
        try (RunLog log = folder.started("r1")) {
            log.environment(new Project(temporary)
                    .yaml("environments: { local: { services: { b: { url: 'http://127.0.0.1:1' } } } }\n"
                            + "revenue: { currency: USD, chat: 120000.50 }")
                    .load());
            log.testPlanned(LogFolder.planned("t1"));
            log.testPlanned(LogFolder.planned("t2"));
            log.testPlanned(LogFolder.planned("t3"));
            log.testPlanned(LogFolder.planned("t4"));
            folder.ledger(log).ofRun(Phase.PROBE).record(new Revision("b", "abc"), System.nanoTime());
            log.testFinished(LogFolder.passed("t1"));
            log.testFinished(LogFolder.failed("t2", new AssertionError("first\nsecond")));
            log.testFinished(
                    new FinishedTest("t3", 1, Verdict.SKIPPED, null, null, List.of(), null, "@Disabled", "cause"));
        }
        LoggedRun run = folder.read("r1");
        assertThat(run.run()).isEqualTo("r1");
        assertThat(run.environments()).containsExactly("local");
        assertThat(run.revenue().currency()).isEqualTo("USD");
        assertThat(run.revenue().monthly()).isEqualTo(Map.of("chat", new BigDecimal("120000.5")));
        assertThat(run.revisions()).isEqualTo(Map.of("b", "abc"));
        Duration took = Duration.ofMillis(12);
        assertThat(run.tests())
                .containsExactly(
                        new LoggedTest(LogFolder.planned("t1"), Verdict.PASSED, took, null, null),
                        new LoggedTest(LogFolder.planned("t2"), Verdict.FAILED, took, "first\nsecond", null),
                        new LoggedTest(LogFolder.planned("t3"), Verdict.SKIPPED, null, "@Disabled", "cause"),
                        new LoggedTest(LogFolder.planned("t4"), Verdict.MISSING, null, null, null));
        assertThat(run.tests().get(3).took()).isEmpty();
    }

    @Test
    void aFailureWithoutAMessageIsNamedByItsType() throws IOException {
        try (RunLog log = folder.started("r1")) {
            log.testPlanned(LogFolder.planned("t"));
            log.testFinished(LogFolder.failed("t", new NullPointerException()));
        }
        assertThat(onlyTest("r1").message()).isEqualTo("java.lang.NullPointerException");
    }

    @Test
    void severalLogsOfOneRunAreOne() throws IOException {
        try (RunLog first = folder.started("r1");
                RunLog second = folder.started("r1")) {
            first.testPlanned(LogFolder.planned("t1"));
            second.testPlanned(LogFolder.planned("t2"));
            first.testFinished(LogFolder.passed("t1"));
        }
        assertThat(folder.read("r1").tests())
                .extracting(test -> test.plan().test(), LoggedTest::verdict)
                .containsExactly(tuple("t1", Verdict.PASSED), tuple("t2", Verdict.MISSING));
    }

    @Test
    void theLastAttemptCountsAlsoWhenItStandsInALaterLog() throws IOException {
        for (int i = 0; i < 2; i++) {
            try (RunLog log = folder.started("r1")) {
                log.testPlanned(LogFolder.planned("t"));
                log.testFinished(i == 0 ? LogFolder.failed("t", new AssertionError("flaky")) : LogFolder.passed("t"));
            }
        }
        assertThat(onlyTest("r1").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void logsOfOtherRunsAreLeftOut() throws IOException {
        for (String run : List.of("r1", "r1-0", "r2")) {
            try (RunLog log = folder.started(run)) {
                log.testPlanned(LogFolder.planned("t of " + run));
            }
        }
        assertThat(folder.read("r1").tests())
                .extracting(test -> test.plan().test())
                .containsExactly("t of r1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12, 60})
    void aLastLineThatWasCutIsLeftOut(int bytesLost) throws IOException {
        try (RunLog log = folder.started("r1")) {
            log.testPlanned(LogFolder.planned("t"));
            log.testFinished(LogFolder.failed("t", new AssertionError("→".repeat(100))));
        }
        byte[] whole = Files.readAllBytes(folder.onlyFile());
        Files.write(folder.onlyFile(), Arrays.copyOf(whole, whole.length - bytesLost));
        assertThat(onlyTest("r1").verdict()).isEqualTo(Verdict.MISSING);
    }

    @Test
    void aLastLineThatWasCutInsideACharacterIsLeftOut() throws IOException {
        try (RunLog log = folder.started("r1")) {
            log.testPlanned(LogFolder.planned("t"));
        }
        byte[] arrow = "{\"type\":\"→".getBytes(StandardCharsets.UTF_8);
        Files.write(folder.onlyFile(), Arrays.copyOf(arrow, arrow.length - 1), StandardOpenOption.APPEND);
        assertThat(folder.read("r1").tests()).hasSize(1);
    }

    @Test
    void aLogWithoutAWholeLineSaysNothing() throws IOException {
        folder.open("r1").close();
        assertThat(folder.read("r1").tests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "[]", "", "{\"type\":\"x\"} {}", "{\"type\":"})
    void aLineInTheMiddleThatIsNoObjectIsRefused(String garbage) throws IOException {
        try (RunLog log = folder.started("r1")) {
            log.testPlanned(LogFolder.planned("t"));
        }
        Files.writeString(folder.onlyFile(), garbage + "\n{}\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> folder.read("r1"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(folder.onlyFile() + ":3 is no run log line: ");
    }

    @Test
    void aTemplateIsReplacedByItsInvocations() throws IOException {
        try (RunLog log = folder.started("r1")) {
            log.testPlanned(LogFolder.planned("[class:C]/[test-template:m()]"));
            log.testPlanned(LogFolder.planned("[class:C]/[test-template:m()]/[test-template-invocation:#1]"));
        }
        assertThat(onlyTest("r1").plan().test()).endsWith("invocation:#1]");
    }

    private LoggedTest onlyTest(String run) throws IOException {
        assertThat(folder.read(run).tests()).hasSize(1);
        return folder.read(run).tests().get(0);
    }
}
