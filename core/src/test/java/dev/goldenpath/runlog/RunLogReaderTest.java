package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.goldenpath.environment.GateSettings;
import dev.goldenpath.environment.Project;
import dev.goldenpath.environment.TestBudget;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogReaderTest {

    @TempDir
    private Path temporary;

    private LogFolder folder;

    @BeforeEach
    void newFolder() {
        folder = new LogFolder(temporary.resolve("logs"));
    }

    @Test
    void aPassCountsAsItSettledAndWithTheLowestGradeUntilThen() throws IOException {
        try (RunLog log = folder.started("r1")) {
            for (String id : List.of("settled", "takenBack", "pending")) {
                log.testPlanned(LogFolder.planned(id));
                log.testFinished(new FinishedTest(
                        id, 1, Verdict.PASSED, Grade.A, Duration.ofMillis(1), List.of(), null, null, null));
            }
            log.testSettled(
                    new SettledTest("settled", 1, Verdict.PASSED, Grade.B, List.of(new Fact("witness", "saw it"))));
            log.testSettled(new SettledTest(
                    "takenBack", 1, Verdict.SUSPECT, null, List.of(new Fact("witness", "saw nothing"))));
            log.runFinished(Map.of(), List.of());
        }

        Map<String, LoggedTest> tests = new LinkedHashMap<>();
        folder.read("r1").tests().forEach(test -> tests.put(test.plan().test(), test));
        assertThat(tests.get("settled").last().orElseThrow().grade()).isEqualTo(Grade.B);
        assertThat(tests.get("settled").last().orElseThrow().facts()).containsExactly(new Fact("witness", "saw it"));
        assertThat(tests.get("pending").last().orElseThrow().grade()).isEqualTo(Grade.C);
        assertThat(tests.get("takenBack").verdict()).isEqualTo(Verdict.SUSPECT);
        assertThat(tests.get("takenBack").message()).contains("""
                This test passed, and the pass was taken back when the network witness had settled.
                  witness: saw nothing""");
    }

    @Test
    void tellsWhatTheLogSays() throws IOException {
        try (RunLog log = folder.started("r1")) {
            log.environment(new Project(temporary)
                    .yaml("environments: { local: { services: { b: { url: 'http://127.0.0.1:1' } } } }\n"
                            + "revenue: { currency: USD, chat: 120000.50 }\n"
                            + "gate: { P1: 100%, overall: 95.5%, revenue-at-risk: 0.5, flaky: 2%, skipped: 3,"
                            + " audit: 90%, markers: 0, bypasses: [] }")
                    .load());
            log.testPlanned(LogFolder.planned("t1"));
            log.testPlanned(LogFolder.planned("t2"));
            log.testPlanned(LogFolder.planned("t3"));
            log.testPlanned(LogFolder.planned("t4"));
            folder.ledger(log)
                    .ofRun(Phase.PROBE)
                    .record(new Revision("b", "abc", null, RunPart.BEFORE), System.nanoTime());
            log.testFinished(new FinishedTest(
                    "t1",
                    1,
                    Verdict.PASSED,
                    Grade.C,
                    Duration.ofMillis(12),
                    List.of(Fact.of("answers in the test", 2)),
                    null,
                    null,
                    null));
            log.testFinished(LogFolder.failed("t2", new AssertionError("first\nsecond")));
            log.testFinished(
                    new FinishedTest("t3", 1, Verdict.SKIPPED, null, null, List.of(), null, "@Disabled", "cause"));
        }
        LoggedRun run = folder.read("r1");
        assertThat(run.run()).isEqualTo("r1");
        assertThat(run.environments()).containsExactly("local");
        assertThat(run.revenue().currency()).isEqualTo("USD");
        assertThat(run.revenue().monthly()).isEqualTo(Map.of("chat", new BigDecimal("120000.5")));
        assertThat(run.gate())
                .isEqualTo(new GateSettings(
                        Map.of("P1", new BigDecimal("100"), "overall", new BigDecimal("95.5")),
                        new BigDecimal("0.5"),
                        new TestBudget(new BigDecimal("2"), null),
                        new TestBudget(null, 3),
                        new BigDecimal("90"),
                        0,
                        List.of(),
                        false));
        assertThat(run.revisions()).isEqualTo(Map.of("b", "abc"));
        Optional<Duration> took = Optional.of(Duration.ofMillis(12));
        assertThat(run.tests())
                .extracting(
                        LoggedTest::plan, LoggedTest::verdict, LoggedTest::took, LoggedTest::message, LoggedTest::cause)
                .containsExactly(
                        tuple(LogFolder.planned("t1"), Verdict.PASSED, took, none(), none()),
                        tuple(LogFolder.planned("t2"), Verdict.FAILED, took, Optional.of("first\nsecond"), none()),
                        tuple(
                                LogFolder.planned("t3"),
                                Verdict.SKIPPED,
                                none(),
                                Optional.of("@Disabled"),
                                Optional.of("cause")),
                        tuple(LogFolder.planned("t4"), Verdict.MISSING, none(), none(), none()));
        LoggedAttempt passed = run.tests().get(0).last().orElseThrow();
        assertThat(passed.grade()).isEqualTo(Grade.C);
        assertThat(passed.facts()).containsExactly(Fact.of("answers in the test", 2));
        LoggedFailure failure =
                Objects.requireNonNull(run.tests().get(1).last().orElseThrow().failure());
        assertThat(failure.type()).isEqualTo("java.lang.AssertionError");
        assertThat(failure.stackTrace()).startsWith("java.lang.AssertionError: first\nsecond\n\tat dev.goldenpath.");
    }

    @Test
    void ofTwoJvmsThatWereAskedForDifferentThingsTheStricterOneOfEachCounts() throws IOException {
        for (String gate : List.of("P1: 90%, flaky: 1, bypasses: [X-A, X-B]", "P1: 95%, flaky: 2, bypasses: [X-B]")) {
            try (RunLog log = folder.started("r1")) {
                log.environment(new Project(temporary)
                        .yaml("environments: { local: { services: { b: { url: 'http://127.0.0.1:1' } } } }\n"
                                + "gate: { " + gate + " }")
                        .load());
            }
        }
        assertThat(folder.read("r1").gate())
                .isEqualTo(new GateSettings(
                        Map.of("P1", new BigDecimal("95")),
                        null,
                        new TestBudget(null, 1),
                        null,
                        null,
                        null,
                        List.of("X-B"),
                        false));
    }

    @Test
    void aFailureWithoutAMessageIsNamedByItsType() throws IOException {
        try (RunLog log = folder.started("r1")) {
            log.testPlanned(LogFolder.planned("t"));
            log.testFinished(LogFolder.failed("t", new NullPointerException()));
        }
        assertThat(onlyTest("r1").message()).contains("java.lang.NullPointerException");
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
    void theLastAttemptCounts() throws IOException {
        try (RunLog log = folder.started("r1")) {
            for (int attempt = 1; attempt <= 2; attempt++) {
                log.testPlanned(LogFolder.planned("t"));
                log.testStarted("t", attempt);
                log.testFinished(
                        attempt == 1
                                ? LogFolder.failed("t", new AssertionError("flaky"))
                                : LogFolder.passed("t", attempt));
            }
        }
        LoggedTest test = onlyTest("r1");
        assertThat(test.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(test.isFlaky()).isTrue();
        assertThat(test.earlier()).extracting(LoggedAttempt::verdict).containsExactly(Verdict.FAILED);
    }

    @Test
    void aTestThatPassedTwiceIsNotFlaky() throws IOException {
        try (RunLog log = folder.started("r1")) {
            for (int attempt = 1; attempt <= 2; attempt++) {
                log.testPlanned(LogFolder.planned("t"));
                log.testStarted("t", attempt);
                log.testFinished(LogFolder.passed("t", attempt));
            }
        }
        assertThat(onlyTest("r1").attempts()).hasSize(2);
        assertThat(onlyTest("r1").isFlaky()).isFalse();
    }

    @Test
    void anAttemptThatNeverEndedIsMissing() throws IOException {
        try (RunLog log = folder.started("r1")) {
            log.testPlanned(LogFolder.planned("t"));
            log.testStarted("t", 1);
            log.testFinished(LogFolder.failed("t", new AssertionError("flaky")));
            log.testStarted("t", 2);
        }
        assertThat(onlyTest("r1").verdict()).isEqualTo(Verdict.MISSING);
        assertThat(onlyTest("r1").isFlaky()).isFalse();
    }

    @Test
    void aTestThatTwoJvmsPlannedIsTwoTests() throws IOException {
        for (int i = 0; i < 2; i++) {
            try (RunLog log = folder.started("r1")) {
                log.testPlanned(LogFolder.planned("t"));
                log.testFinished(i == 0 ? LogFolder.failed("t", new AssertionError("here")) : LogFolder.passed("t"));
            }
        }
        assertThat(folder.read("r1").tests())
                .extracting(LoggedTest::verdict)
                .containsExactlyInAnyOrder(Verdict.FAILED, Verdict.PASSED);
    }

    @Test
    void aJvmEndsByItsLastLineOrWithItsProcess() throws IOException {
        try (RunLog finished = folder.started("r1");
                RunLog killed = folder.started("r1");
                RunLog running = folder.open("r1")) {
            finished.runFinished(Map.of(), List.of("a verdict was lost"));
            killed.testPlanned(LogFolder.planned("never"));
            running.runStarted(LogFolder.start("r1", RunStart.Jvm.current()));
            running.testPlanned(LogFolder.planned("done"));
            running.testPlanned(LogFolder.planned("later"));
            running.testFinished(LogFolder.passed("done"));
        }
        LoggedRun run = folder.read("r1");
        assertThat(run.jvms())
                .extracting(LoggedJvm::end)
                .containsExactly(LoggedJvm.End.FINISHED, LoggedJvm.End.KILLED, LoggedJvm.End.RUNNING);
        assertThat(run.jvms().get(0).problems()).containsExactly("a verdict was lost");
        assertThat(run.tests())
                .extracting(test -> test.plan().test(), LoggedTest::verdict)
                .containsExactly(tuple("never", Verdict.MISSING), tuple("done", Verdict.PASSED));
        assertThat(run.pending()).isEqualTo(1);
    }

    @Test
    void theStartIsReadAsItWasWritten() throws IOException {
        RunStart start = new RunStart(
                "r1",
                "staging",
                new GitState("abc", true),
                RunStart.Jvm.current(),
                "https://ci.example.com/1",
                Map.of("groups", "P1"));
        try (RunLog log = folder.open("r1")) {
            log.runStarted(start);
        }
        assertThat(folder.read("r1").start()).contains(start);
    }

    @Test
    void givenLogsMustBeOfOneRun() throws IOException {
        folder.started("r1").close();
        folder.started("r2").close();
        assertThat(RunLogReader.read(folder.files().subList(0, 1)).run()).isEqualTo("r1");
        assertThatThrownBy(() -> RunLogReader.read(folder.files()))
                .hasMessage("These logs are of several runs: r1, r2.");
        assertThatThrownBy(() -> RunLogReader.read(List.of())).hasMessage("There is no run log to read.");
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

    @Test
    void aTemplateIsReplacedByItsInvocations() throws IOException {
        try (RunLog log = folder.started("r1")) {
            log.testPlanned(LogFolder.planned("[class:C]/[test-template:m()]"));
            log.testPlanned(LogFolder.planned("[class:C]/[test-template:m()]/[test-template-invocation:#1]"));
        }
        assertThat(onlyTest("r1").plan().test()).endsWith("invocation:#1]");
    }

    private static Optional<Object> none() {
        return Optional.empty();
    }

    private LoggedTest onlyTest(String run) throws IOException {
        assertThat(folder.read(run).tests()).hasSize(1);
        return folder.read(run).tests().get(0);
    }
}
