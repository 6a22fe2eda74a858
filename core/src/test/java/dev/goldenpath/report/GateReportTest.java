package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.GateSettings;
import dev.goldenpath.environment.TestBudget;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.verdict.GateReason.Kind;
import dev.goldenpath.verdict.Referee;
import dev.goldenpath.verdict.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateReportTest {

    @Test
    void aGreenRunShowsItsRates() {
        GateReport report = GateReport.of(new SampleRun()
                .jvm(End.FINISHED)
                .required("P1", "100")
                .required("overall", "95.5")
                .test("P1", "a", Verdict.PASSED)
                .test("none", "b", Verdict.PASSED)
                .read());
        assertThat(report.isGreen()).isTrue();
        assertThat(report.text()).isEqualTo("""
                Golden Path gate, run r1: green

                         planned  passed  pass rate  required
                P1             1       1    100.0 %     100 %
                none           1       1    100.0 %         -
                overall        2       2    100.0 %    95.5 %
                """);
    }

    /** A build's console is read by CI servers, too, and they obey. */
    @Test
    void whatServicesAndTestsWroteCommandsNobody() {
        GateReport report = GateReport.of(new SampleRun()
                .test(
                        SampleRun.planned("P1", "a\n::add-mask::b"),
                        SampleRun.attempt(1, Verdict.FAILED, 3, "##vso[task.setvariable] \u202E\u001B[2J", null))
                .read());
        assertThat(report.text())
                .contains("\n: :add-mask::b")
                .contains("## vso[task.setvariable] ??[2J")
                .doesNotContain("##vso", "\n::", "\u202E", "\u001B");
    }

    @Test
    void aRedRunShowsWhyAndEveryTestThatIsNoPass() {
        GateReport report = GateReport.of(new SampleRun()
                .jvm(End.FINISHED, "a verdict was lost: disk full")
                .jvm(End.KILLED)
                .jvm(End.RUNNING)
                .required("P1", "100")
                .test("P1", "a", Verdict.PASSED)
                .test(SampleRun.planned("P1", "b"), SampleRun.attempt(1, Verdict.FAILED, 3, "no answer", null))
                .test(SampleRun.planned("P2", "c"))
                .test(SampleRun.planned("P3", "d"), SampleRun.attempt(1, Verdict.BLOCKED, 3, "x", "db is down\n  now"))
                .test(SampleRun.planned("P3", "e"), SampleRun.attempt(1, Verdict.BLOCKED, 3, "y", "db is down\n  now"))
                .test("P3", "f", Verdict.SKIPPED)
                .read());
        assertThat(report.isGreen()).isFalse();
        assertThat(report.text()).isEqualTo("""
                Golden Path gate, run r1: RED

                         planned  passed  pass rate  required
                P1             2       1     50.0 %     100 %  missed
                P2             1       0      0.0 %         -
                P3             3       0      0.0 %         -
                overall        6       1     16.6 %         -

                It is red, because
                - A test JVM was killed, or could not go on with its log: run-r1-2-1700000000000.jsonl has no last line.
                - A test JVM still runs: run-r1-3-1700000000000.jsonl has no last line yet.
                - a verdict was lost: disk full
                - P1: 1 of 2 planned tests passed (50.0 %), and 100 % is required.
                - 1 test is MISSING: what was planned must be reported.

                FAILED  ChatIT.b(): no answer
                MISSING ChatIT.c(): planned, and no end of it is in the run log
                BLOCKED 2 tests: db is down
                        - ChatIT.d()
                        - ChatIT.e()
                """);
    }

    @Test
    void whatElseTheGateAsksForStandsBelowTheRates() {
        GateReport report = GateReport.of(new SampleRun()
                .jvm(End.FINISHED)
                .required("overall", "60")
                .asked(new GateSettings(
                        Map.of(),
                        new BigDecimal("20000"),
                        new TestBudget(new BigDecimal("50"), null),
                        new TestBudget(null, 0),
                        new BigDecimal("90"),
                        0,
                        List.of("X-E2E-Bypass-Key"),
                        false))
                .revenue("USD", "chat", "120000")
                .code(List.of(), List.of("A", "B", "C"), List.of("D"))
                .bypass("X-E2E-Bypass-Key", "backend", "a")
                .test(
                        SampleRun.planned("P2", "a"),
                        SampleRun.attempt(1, Verdict.FAILED, 3, "no", null),
                        SampleRun.attempt(2, Verdict.PASSED, 3, null, null))
                .test("P2", "b", Verdict.PASSED)
                .test(SampleRun.planned("P2", "c", "chat"), SampleRun.attempt(1, Verdict.FAILED, 3, "no answer", null))
                .read());
        assertThat(report.text()).isEqualTo("""
                Golden Path gate, run r1: RED

                         planned  passed  pass rate  required
                P2             3       2     66.6 %         -
                overall        3       2     66.6 %      60 %

                                           actual           allowed
                revenue-at-risk       120,000 USD    at most 20,000  missed
                flaky             1 of 3 (33.4 %)      at most 50 %
                skipped                    0 of 3         at most 0
                audit             3 of 4 (75.0 %)     at least 90 %  missed
                markers                         0         at most 0
                bypasses         X-E2E-Bypass-Key  X-E2E-Bypass-Key

                Bypass in use: X-E2E-Bypass-Key (1 test).

                It is red, because
                - revenue-at-risk: 120,000 USD per month is unverified (chat 120,000), and at most 20,000 may be.
                - audit: 3 of 4 classes are clean (75.0 %), and 90 % must be. worklog.md lists what was found in the others.

                FAILED  ChatIT.c(): no answer
                """);
        assertThat(report.kind()).contains(Kind.FAILURES);
        assertThat(report.budgets()).hasSize(6);
    }

    @Test
    void theTestsThatHaveSpentABudgetAreNamed() {
        TestBudget none = new TestBudget(null, 0);
        List<Fact> marker = List.of(Fact.of(Referee.MARKER, "GET / → 200: /source is \"mock\""));
        SampleRun run = new SampleRun()
                .jvm(End.FINISHED)
                .asked(new GateSettings(Map.of(), null, none, none, null, 0, null, false))
                .test(
                        SampleRun.planned("P2", "a"),
                        new LoggedAttempt(1, Verdict.SUSPECT, null, null, marker, null, null, null),
                        SampleRun.attempt(2, Verdict.PASSED, 3, null, null));
        List.of("b", "c", "d", "e", "f", "g").forEach(name -> run.test("P2", name, Verdict.SKIPPED));
        assertThat(GateReport.of(run.read()).text()).endsWith("""
                It is red, because
                - flaky: 1 of 7 planned tests passed only at a later attempt, and at most 0 may.
                - skipped: 6 of 7 planned tests are SKIPPED, and at most 0 may be.
                - markers: 1 test met an answer with a payload marker, and at most 0 may. Find out what answers in place of the service: the run log has 'markers' at each such answer.

                FLAKY   1 test
                        - ChatIT.a()
                SKIPPED 6 tests
                        - ChatIT.b()
                        - ChatIT.c()
                        - ChatIT.d()
                        - ChatIT.e()
                        … (2 more)
                MARKED  1 test
                        - ChatIT.a()
                """);
    }
}
