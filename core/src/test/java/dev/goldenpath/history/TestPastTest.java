package dev.goldenpath.history;

import static dev.goldenpath.verdict.Verdict.BLOCKED;
import static dev.goldenpath.verdict.Verdict.ERROR;
import static dev.goldenpath.verdict.Verdict.FAILED;
import static dev.goldenpath.verdict.Verdict.MISSING;
import static dev.goldenpath.verdict.Verdict.PASSED;
import static dev.goldenpath.verdict.Verdict.SKIPPED;
import static dev.goldenpath.verdict.Verdict.SUSPECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.history.TestPast.Failing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestPastTest {

    @Test
    void countsWhatPassedOfTheRunsThatSaidAnything() {
        TestPast past = Past.of(PASSED, BLOCKED, FAILED, SKIPPED, MISSING, SUSPECT, ERROR);

        assertThat(past.planned()).isEqualTo(7);
        assertThat(past.runs()).isEqualTo(4);
        assertThat(past.passed()).isEqualTo(1);
    }

    @Test
    void failsSinceTheFirstRunOfTheUnbrokenSeries() {
        Failing failing =
                Past.of(FAILED, PASSED, FAILED, ERROR, SUSPECT).failing().orElseThrow();

        assertThat(failing.runs()).isEqualTo(3);
        assertThat(failing.first().run().run()).isEqualTo("build-3");
        assertThat(failing.first().run().revisions()).containsEntry("backend", "r3");
        assertThat(failing.lastPass().orElseThrow().run().run()).isEqualTo("build-2");
    }

    @Test
    void anOutageNeitherEndsASeriesNorBeginsOne() {
        Failing failing = Past.of(PASSED, BLOCKED, FAILED, BLOCKED, FAILED, MISSING)
                .failing()
                .orElseThrow();

        assertThat(failing.runs()).isEqualTo(2);
        assertThat(failing.first().run().run()).isEqualTo("build-3");
        assertThat(Past.of(PASSED, BLOCKED).failing()).isEmpty();
        assertThat(Past.of(BLOCKED).failing()).isEmpty();
    }

    @Test
    void ofATestThatNeverPassedNoLastPassIsKnown() {
        Failing failing = Past.of(FAILED, FAILED).failing().orElseThrow();

        assertThat(failing.first().run().run()).isEqualTo("build-1");
        assertThat(failing.lastPass()).isEmpty();
    }

    @Test
    void aFailureThatGoesAwayOnTheSameCodeIsFlakyAndOneThatWasMendedIsNot() {
        assertThat(Past.of(PASSED, FAILED, PASSED).flaky()).isZero();
        assertThat(flakyOnOneCommit("c1", "r1", "r1")).isEqualTo(1);
        assertThat(flakyOnOneCommit("c1", "r1", "r2")).isZero();
        // Without a commit nobody knows whether the tests were the same.
        assertThat(flakyOnOneCommit(null, "r1", "r1")).isZero();
    }

    @Test
    void whatFailsFromNowOnIsNotFlakyWhateverTheCode() {
        assertThat(Past.of(List.of(
                                Past.run(1, "c", "r", Past.test(PASSED)),
                                Past.run(2, "c", "r", Past.test(FAILED)),
                                Past.run(3, "c", "r", Past.test(FAILED))))
                        .flaky())
                .isZero();
    }

    private static int flakyOnOneCommit(String commit, String revision, String then) {
        return Past.of(List.of(
                        Past.run(1, commit, revision, Past.test(PASSED)),
                        Past.run(2, commit, then, Past.test(FAILED)),
                        Past.run(3, commit, revision, Past.test(PASSED))))
                .flaky();
    }

    @Test
    void changedSourcesAreNotTheSameCode() {
        HistoryRun clean = Past.run(1, "c", "r", Past.test(PASSED));
        HistoryRun dirty = new HistoryRun(
                "b",
                clean.startedAt().plusSeconds(1),
                "staging",
                "c",
                true,
                clean.revisions(),
                List.of(Past.test(FAILED)));

        assertThat(Past.of(List.of(clean, dirty)).flaky()).isZero();
    }

    @Test
    void aPassAtALaterAttemptIsFlaky() {
        KeptTest late = new KeptTest("t", "com.example.ChatIT", "t()", PASSED, true, null, null);

        assertThat(Past.of(List.of(Past.run(1, late), Past.run(2, late))).flaky())
                .isEqualTo(2);
    }

    @Test
    void durationsAreThoseOfPasses() {
        TestPast past = Past.of(List.of(
                Past.run(1, Past.test("t", PASSED, 100)),
                Past.run(2, Past.test("t", FAILED, 30_000)),
                Past.run(3, Past.test("t", PASSED, 300)),
                Past.run(4, Past.test("t", PASSED, 200))));
        Samples all = past.durations();

        assertThat(all.count()).isEqualTo(3);
        assertThat(all.median()).contains(Duration.ofMillis(200));
        assertThat(all.percentile(95)).contains(Duration.ofMillis(300));
        assertThat(all.newest(2).median()).contains(Duration.ofMillis(200));
        assertThat(all.before(2).median()).contains(Duration.ofMillis(100));
        assertThat(all.before(3).median()).isEmpty();
    }
}
