package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.verdict.Verdict;
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
}
