package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {
    @Test
    void tellsVerdictsByPriorityRevenueAndWhatIsNoPass() {
        LoggedRun run = new SampleRun()
                .environment("staging")
                .revenue("USD", "chat", "120000")
                .revenue("USD", "login", "200000.40")
                .revenue("USD", "history", "40000")
                .revisions(Map.of("backend", "abc123", "auth", "7"))
                .tests(List.of(
                        test("P2", "login", Verdict.PASSED, 1_234, null, null, "login"),
                        test("P1", "chats", Verdict.PASSED, 80, null, null, "chat"),
                        test(
                                "P1",
                                "waits",
                                Verdict.FAILED,
                                30_000,
                                "Expected status 202.\n\n  status: 500",
                                null,
                                "chat"),
                        test("none", "reads", Verdict.BLOCKED, 1, "not ready\n  last: 503", "db is down", "login"),
                        test("none", "writes", Verdict.BLOCKED, 2, "not ready\n  last: 503", "db is down"),
                        test("none", "skips", Verdict.SKIPPED, null, "@Disabled", null),
                        test("none", "fakes", Verdict.SUSPECT, 0, null, null)))
                .read();
        assertThat(ConsoleReport.of(run, Path.of("target/goldenpath"))).isEqualTo("""

                        Golden Path verdicts, environment 'staging', auth at revision 7, backend at revision abc123

                        Grades of the passes: 2 C.
                        What that proves, what not, and all findings: worklog.md

                               planned  passed  failed  blocked  suspect  error  skipped  pass rate    min-max time  verified USD  unverified USD
                        P1           2       1       1        0        0      0        0     50.0 %  80 ms - 30.0 s             0         120,000
                        P2           1       1       0        0        0      0        0    100.0 %   1.2 s - 1.2 s             0       200,000.4
                        none         4       0       0        2        1      0        1      0.0 %     0 ms - 2 ms             0               0
                        total        7       2       1        2        1      0        1     28.5 %   0 ms - 30.0 s             0       360,000.4

                        Revenue is USD per month; a name is verified when all its tests passed. No test here protects history.

                        FAILED  ChatIT.waits()
                                Expected status 202.
                                  status: 500

                        BLOCKED 2 tests
                                db is down
                                - ChatIT.reads()
                                - ChatIT.writes()

                        SKIPPED ChatIT.skips()
                                @Disabled

                        SUSPECT ChatIT.fakes()

                        Run log: target/goldenpath/run-r1-*.jsonl
                        """);
    }

    @Test
    void missingTestsGetAColumnOnlyWhenThereAreAny() {
        LoggedRun run = new SampleRun()
                .test(SampleRun.planned("P1", "lost"))
                .test(SampleRun.planned("P1", "lostToo"), SampleRun.attempt(1, Verdict.MISSING, null, null, null))
                .read();
        assertThat(ConsoleReport.of(run, Path.of("logs"))).isEqualTo("""

                        Golden Path verdicts

                               planned  passed  failed  blocked  suspect  error  skipped  missing  pass rate  min-max time
                        P1           2       0       0        0        0      0        0        2      0.0 %             -
                        total        2       0       0        0        0      0        0        2      0.0 %             -

                        MISSING 2 tests
                                planned, and no end of it is in the run log
                                - ChatIT.lost()
                                - ChatIT.lostToo()

                        Run log: logs/run-r1-*.jsonl
                        """);
    }

    @Test
    void revenueIsVerifiedOnceAtTheMostImportantPriorityThatProtectsIt() {
        LoggedRun run = new SampleRun()
                .environment("local")
                .revenue("EUR", "chat", "1500")
                .tests(List.of(
                        test("P3", "a", Verdict.PASSED, 1, null, null, "chat"),
                        test("P1", "b", Verdict.PASSED, 1, null, null, "chat")))
                .read();
        assertThat(ConsoleReport.of(run, Path.of("logs"))).contains("""
                               planned  passed  failed  blocked  suspect  error  skipped  pass rate  min-max time  verified EUR  unverified EUR
                        P1           1       1       0        0        0      0        0    100.0 %   1 ms - 1 ms         1,500               0
                        P3           1       1       0        0        0      0        0    100.0 %   1 ms - 1 ms             0               0
                        total        2       2       0        0        0      0        0    100.0 %   1 ms - 1 ms         1,500               0

                        Revenue is EUR per month; a name is verified when all its tests passed.

                        Run log: logs/run-r1-*.jsonl
                        """);
    }

    @Test
    void aLongMessageIsCutAfterTwelveLines() {
        String message = IntStream.rangeClosed(1, 15).mapToObj(i -> "line " + i).collect(Collectors.joining("\n"));
        LoggedRun run = new SampleRun()
                .tests(List.of(test("P1", "a", Verdict.ERROR, 1, message, null)))
                .read();
        assertThat(ConsoleReport.of(run, Path.of("logs")))
                .contains("        line 12\n        … (3 more lines in the run log)\n")
                .doesNotContain("line 13");
    }

    @Test
    void skipsOfOneReasonAreOneEntryThatNamesEach() {
        assertThat(ConsoleReport.of(several(Verdict.SKIPPED, 5), Path.of("logs")))
                .contains("""

                SKIPPED 5 tests
                        later
                        - ChatIT.t1()
                        - ChatIT.t2()
                        - ChatIT.t3()
                        - ChatIT.t4()
                        - ChatIT.t5()

                Run log""");
    }

    @Test
    void ofManyTestsOfOneCauseTheFirstAreNamedAndTheOthersCounted() {
        assertThat(ConsoleReport.of(several(Verdict.BLOCKED, 6), Path.of("logs")))
                .contains("""

                BLOCKED 6 tests
                        later
                        - ChatIT.t1()
                        - ChatIT.t2()
                        - ChatIT.t3()
                        - ChatIT.t4()
                        … (2 more)

                Run log""");
    }

    @Test
    void ofManyMissingTestsEachIsNamed() {
        assertThat(ConsoleReport.of(several(Verdict.MISSING, 9), Path.of("logs")))
                .contains("MISSING 9 tests\n")
                .contains("- ChatIT.t9()\n")
                .doesNotContain("more)");
    }

    @Test
    void oneTestThatFailedInTwoJvmsIsTwoEntries() {
        LoggedRun run = new SampleRun()
                .tests(List.of(
                        test("P1", "a", Verdict.FAILED, 1, "here", null),
                        test("P1", "a", Verdict.FAILED, 1, "there", null)))
                .read();
        assertThat(ConsoleReport.of(run, Path.of("logs")))
                .contains("\nFAILED  ChatIT.a()\n        here\n", "\nFAILED  ChatIT.a()\n        there\n");
    }

    @Test
    void oneCauseOfTwoVerdictsStandsTwice() {
        LoggedRun run = new SampleRun()
                .tests(List.of(
                        test("P1", "a", Verdict.ERROR, 1, "m", "set-up"),
                        test("P1", "b", Verdict.SKIPPED, 1, "m", "set-up")))
                .read();
        assertThat(ConsoleReport.of(run, Path.of("logs")))
                .contains("\nERROR   ChatIT.a()\n        set-up\n", "\nSKIPPED ChatIT.b()\n        set-up\n");
    }

    @Test
    void aPassAtALaterAttemptIsAPassAndToldAsFlaky() {
        LoggedRun run = new SampleRun()
                .test(
                        SampleRun.planned("P1", "a"),
                        SampleRun.attempt(1, Verdict.FAILED, 5, "Expected status 202.\n  status: 503", null),
                        SampleRun.attempt(2, Verdict.SUSPECT, 5, null, null),
                        SampleRun.attempt(3, Verdict.PASSED, 7, null, null))
                .read();
        assertThat(ConsoleReport.of(run, Path.of("logs"))).endsWith("""
                total        1       1       0        0        0      0        0    100.0 %   7 ms - 7 ms

                FLAKY   ChatIT.a(), passed at attempt 3
                        attempt 1: FAILED Expected status 202.
                          status: 503
                        attempt 2: SUSPECT

                Run log: logs/run-r1-*.jsonl
                """);
    }

    @Test
    void whatOtherJvmsOfTheRunHaveNotEndedIsToldAndNotCounted() {
        LoggedRun run =
                new SampleRun().test("P1", "a", Verdict.PASSED).pending(3).read();
        assertThat(ConsoleReport.of(run, Path.of("logs"))).endsWith("""
                total        1       1       0        0        0      0        0    100.0 %   1 ms - 1 ms

                So far: 3 more planned in JVMs of this run that have not ended.

                Run log: logs/run-r1-*.jsonl
                """);
    }

    @Test
    void eachReportThatWasMadeIsALineOfItsOwn() {
        RunAccount account =
                RunAccount.of(new SampleRun().test("P1", "a", Verdict.PASSED).read());
        assertThat(ConsoleReport.of(
                        account, Path.of("out"), List.of(Path.of("out/report.html"), Path.of("out/worklog.md"))))
                .endsWith("""

                        Reports: out/report.html
                                 out/worklog.md
                        Run log: out/run-r1-*.jsonl
                        """);
    }

    @Test
    void whatOthersWroteNeitherSteersATerminalNorCommandsACiServer() {
        LoggedRun run = new SampleRun()
                .tests(List.of(test("P1", "a", Verdict.FAILED, 1, "\u001b[2J\n::add-mask::e\n##teamcity[x]", null)))
                .read();
        assertThat(ConsoleReport.of(run, Path.of("logs")))
                .contains("\n        ?[2J\n        : :add-mask::e\n        ## teamcity[x]\n");
    }

    private static LoggedRun several(Verdict verdict, int tests) {
        return new SampleRun()
                .tests(IntStream.rangeClosed(1, tests)
                        .mapToObj(i -> test("P2", "t" + i, verdict, 1, "later", null))
                        .toList())
                .read();
    }

    private static LoggedTest test(
            String priority,
            String name,
            Verdict verdict,
            @Nullable Integer millis,
            @Nullable String message,
            @Nullable String cause,
            String... protects) {
        return new LoggedTest(
                SampleRun.LOG,
                SampleRun.planned(priority, name, protects),
                List.of(SampleRun.attempt(1, verdict, millis, message, cause)));
    }
}
