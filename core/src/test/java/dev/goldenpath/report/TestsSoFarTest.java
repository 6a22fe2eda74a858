package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.runlog.FinishedTest;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TestsSoFarTest {
    private final TestsSoFar tests = new TestsSoFar();

    @Test
    void tellsHowManyEndedHowWhatRunsAndWhatWasSlowest() {
        planned("answers", "waits", "fails", "longOne", "later");
        tests.started(id("answers"), seconds(6));
        tests.started(id("waits"), seconds(8));
        finished("fails", Verdict.FAILED, Duration.ofMillis(80));
        finished("longOne", Verdict.PASSED, Duration.ofMillis(12_140));
        assertThat(line(20))
                .isEqualTo("2 of 5 ended, 1 passed, 1 failed; running 2: ChatIT.answers (14 s), ChatIT.waits (12 s); "
                        + "slowest ChatIT.longOne 12.1 s");
    }

    @Test
    void aNameHasNoTypesOfParameters() {
        PlannedTest plan = SampleRun.planned("P1", "a");
        tests.planned(new PlannedTest(
                plan.test(), plan.className(), "a(String, ServiceClient)[2]", "", "P1", "chat", List.of()));
        assertThat(tests.nameOf(plan.test())).isEqualTo("ChatIT.a[2]");
    }

    @Test
    void nothingButTheNumbersStandsThereBeforeAnythingHasHappened() {
        planned("a", "b");
        assertThat(line(1)).isEqualTo("0 of 2 ended");
    }

    @Test
    void ofManyThatRunThoseThatRunLongestAreNamed() {
        for (int i = 5; i >= 1; i--) {
            planned("t" + i);
            tests.started(id("t" + i), seconds(i));
        }
        assertThat(line(10))
                .isEqualTo("0 of 5 ended; running 5: ChatIT.t1 (9 s), ChatIT.t2 (8 s), ChatIT.t3 (7 s), … (2 more)");
    }

    @Test
    void invocationsStandInThePlaceOfTheirTemplateUnlessItFailsItself() {
        planned("template");
        tests.replaced(id("template"));
        planned("first", "second");
        finished("first", Verdict.PASSED, null);
        assertThat(line(1)).isEqualTo("1 of 2 ended, 1 passed");
        finished("template", Verdict.ERROR, null);
        assertThat(line(1)).isEqualTo("2 of 3 ended, 1 passed, 1 error");
    }

    @Test
    void aTestThatIsPlannedAgainHasNotEnded() {
        planned("a", "b");
        finished("a", Verdict.FAILED, null);
        finished("b", Verdict.PASSED, null);
        planned("a");
        assertThat(line(1)).isEqualTo("1 of 2 ended, 1 passed");
        finished("a", Verdict.PASSED, null);
        assertThat(line(1)).isEqualTo("2 of 2 ended, 2 passed");
    }

    @Test
    void aPassThatWasTakenBackIsNoPass() {
        planned("a");
        finished("a", Verdict.PASSED, null);
        tests.settled(id("a"), Verdict.SUSPECT);
        assertThat(line(1)).isEqualTo("1 of 1 ended, 1 suspect");
    }

    private void planned(String... names) {
        for (String name : names) {
            tests.planned(SampleRun.planned("P1", name));
        }
    }

    private void finished(String name, Verdict verdict, @Nullable Duration took) {
        tests.finished(new FinishedTest(id(name), 1, verdict, null, took, List.of(), null, null, null));
    }

    private String line(int second) {
        return tests.line(seconds(second));
    }

    private static long seconds(int seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }

    private static String id(String name) {
        return SampleRun.planned("P1", name).test();
    }
}
