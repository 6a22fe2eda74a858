package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.verdict.Verdict;
import org.junit.jupiter.api.Test;

class VerdictSentenceTest {

    @Test
    void allPassed() {
        assertThat(of(tests(69, Verdict.PASSED))).isEqualTo("Green: all 69 tests passed, grades 69 C.");
        assertThat(of(tests(1, Verdict.PASSED))).isEqualTo("Green: the only test passed, grade 1 C.");
    }

    @Test
    void theGateAllowsSome() {
        assertThat(of(tests(1_200, Verdict.PASSED).test("P2", "off", Verdict.SKIPPED)))
                .isEqualTo(
                        "Green: 1200 of 1,201 tests passed, grades 1200 C; the gate allows the other one: 1 skipped.");
        assertThat(of(tests(3, Verdict.PASSED)
                        .test("P2", "off", Verdict.SKIPPED)
                        .test("P2", "fails", Verdict.FAILED)
                        .required("P2", "0")))
                .isEqualTo("Green: 3 of 5 tests passed, grades 3 C; the gate allows the other 2: 1 failed, 1 skipped.");
    }

    @Test
    void someDidNotPassForNoSharedCause() {
        assertThat(of(tests(2, Verdict.PASSED)
                        .test("P1", "a", Verdict.FAILED)
                        .test("P1", "b", Verdict.FAILED)
                        .test("P1", "c", Verdict.MISSING)))
                .isEqualTo("Red: 3 of 5 tests did not pass: 2 failed, 1 missing.");
    }

    @Test
    void allThatDidNotPassHaveOneReason() {
        assertThat(of(tests(2, Verdict.PASSED)
                        .test(
                                SampleRun.planned("P1", "a"),
                                SampleRun.attempt(1, Verdict.BLOCKED, 1, "no", "Service 'stock' is not ready."))
                        .test(
                                SampleRun.planned("P1", "b"),
                                SampleRun.attempt(1, Verdict.BLOCKED, 1, "no", "Service 'stock' is not ready."))))
                .isEqualTo("Red: 2 of 4 tests did not pass: 2 blocked, for one reason: Service 'stock' is not ready.");
        assertThat(of(tests(2, Verdict.PASSED)
                        .test(
                                SampleRun.planned("P1", "a"),
                                SampleRun.attempt(1, Verdict.FAILED, 1, "Expected 202.\n  status: 503", null))))
                .isEqualTo("Red: 1 of 3 tests did not pass: 1 failed, for one reason: Expected 202.");
    }

    @Test
    void someDidNotPassForOneCause() {
        assertThat(VerdictSentence.of(RunAccount.of(OutageRun.ofRedis())))
                .isEqualTo("Red: 4 of 5 tests did not pass, 3 of them for one cause: redis failed, says backend.");
    }

    @Test
    void allPassedAndSomethingElseClosesTheGate() {
        assertThat(of(tests(2, Verdict.PASSED).jvm(End.KILLED)))
                .isEqualTo("Red: all 2 tests passed, and the gate is still closed, for one reason.");
        assertThat(of(tests(2, Verdict.PASSED).jvm(End.KILLED).jvm(End.FINISHED, "a verdict was lost")))
                .isEqualTo("Red: all 2 tests passed, and the gate is still closed, for 2 reasons.");
    }

    @Test
    void nothingWasRun() {
        assertThat(of(new SampleRun())).isEqualTo("Red: no test was run.");
    }

    @Test
    void theRunHasNotEnded() {
        assertThat(of(tests(2, Verdict.PASSED).jvm(End.RUNNING).pending(3)))
                .isEqualTo("Red so far: all 2 tests passed, and the gate is still closed, for one reason.");
    }

    private static String of(SampleRun run) {
        return VerdictSentence.of(RunAccount.of(run.read()));
    }

    private static SampleRun tests(int number, Verdict verdict) {
        SampleRun run = new SampleRun();
        for (int i = 0; i < number; i++) {
            run.test("P2", "test" + i, verdict);
        }
        return run;
    }
}
