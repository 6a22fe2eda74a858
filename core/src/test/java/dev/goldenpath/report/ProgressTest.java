package dev.goldenpath.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.Waiting;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.runlog.FinishedTest;
import dev.goldenpath.runlog.SettledTest;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration NEVER = Duration.ofDays(1);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Redaction redaction = new Redaction();

    @Test
    void aLineIsPrintedWhenItIsDue() {
        try (Progress progress = start(ProgressForm.LINES, AT_ONCE)) {
            progress.planned(SampleRun.planned("P1", "a"));
            progress.started(id("a"));
            Waiting.until(() -> printed().contains("Golden Path: 0 of 1 ended; running 1: ChatIT.a (0 s)\n"));
            progress.finished(finished("a", Verdict.PASSED, null, null));
            Waiting.until(() -> printed().contains("Golden Path: 1 of 1 ended, 1 passed; slowest ChatIT.a 5 ms\n"));
        }
    }

    @Test
    void nothingIsPrintedOfARunThatEndsWellBeforeTheFirstLineIsDue() {
        try (Progress progress = start(ProgressForm.LINES, NEVER)) {
            progress.planned(SampleRun.planned("P1", "a"));
            progress.started(id("a"));
            progress.finished(finished("a", Verdict.PASSED, null, null));
            progress.settled(new SettledTest(id("a"), 1, Verdict.PASSED, Grade.B, List.of()));
        }
        assertThat(printed()).isEmpty();
    }

    @Test
    void aTestThatEndedBadlyIsToldAtOnceAndMasked() {
        redaction.addValue("hunter2\nhunter3");
        try (Progress progress = start(ProgressForm.LINES, NEVER)) {
            progress.planned(SampleRun.planned("P1", "a"));
            progress.planned(SampleRun.planned("P1", "b"));
            progress.finished(finished("a", Verdict.FAILED, new AssertionError("hunter2\nhunter3 is no user"), null));
            progress.finished(finished("b", Verdict.ERROR, new IllegalStateException(), null));
            assertThat(printed())
                    .isEqualTo("Golden Path: FAILED ChatIT.a: *** is no user\n"
                            + "Golden Path: ERROR ChatIT.b: java.lang.IllegalStateException\n");
        }
    }

    @Test
    void aPassThatIsTakenBackIsTold() {
        try (Progress progress = start(ProgressForm.LINES, NEVER)) {
            progress.planned(SampleRun.planned("P1", "a"));
            progress.finished(finished("a", Verdict.PASSED, null, null));
            progress.settled(new SettledTest(id("a"), 1, Verdict.SUSPECT, null, List.of()));
        }
        assertThat(printed())
                .isEqualTo(
                        "Golden Path: SUSPECT ChatIT.a: This test passed, and the pass was taken back when the network"
                                + " witness had settled.\n");
    }

    @Test
    void aLineInPlaceIsWrittenOverAndLeavesNothingBehind() {
        ProgressStyle narrow = new ProgressStyle(ProgressForm.LIVE, AT_ONCE, true, false, 30, "Golden Path");
        try (Progress progress = start(narrow)) {
            progress.planned(SampleRun.planned("P1", "aTestOfALongName"));
            progress.started(id("aTestOfALongName"));
            Waiting.until(() -> printed().contains("\rGolden Path: 0 of 1 ended; r"));
            progress.finished(finished("aTestOfALongName", Verdict.FAILED, new AssertionError("no"), null));
        }
        assertThat(printed())
                .contains("\r" + " ".repeat(29) + "\r"
                        + "Golden Path: \u001b[31mFAILED\u001b[0m ChatIT.aTestOfALongName: no\n")
                .doesNotContain("running")
                .satisfiesAnyOf(
                        all -> assertThat(all).endsWith(" \r"),
                        all -> assertThat(all).endsWith("\n"));
    }

    @Test
    void offIsOff() {
        try (Progress progress = start(ProgressForm.OFF, AT_ONCE)) {
            progress.planned(SampleRun.planned("P1", "a"));
            progress.finished(finished("a", Verdict.FAILED, new AssertionError("no"), null));
        }
        assertThat(printed()).isEmpty();
    }

    @Test
    void noThreadIsLeftOnceItIsClosed() {
        Progress progress = start(ProgressForm.LINES, NEVER);
        Thread thread = newest();
        assertThat(thread.isDaemon()).isTrue();
        progress.close();
        assertThat(thread.isAlive()).isFalse();
    }

    private static Thread newest() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("golden-path-progress"))
                .max(Comparator.comparingLong(Thread::getId))
                .orElseThrow();
    }

    private Progress start(ProgressForm form, Duration pause) {
        return start(new ProgressStyle(form, pause, false, false, 80, "Golden Path"));
    }

    private Progress start(ProgressStyle style) {
        return Progress.start(style, new PrintStream(printed, true, UTF_8), redaction);
    }

    private String printed() {
        return printed.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static FinishedTest finished(
            String name, Verdict verdict, @Nullable Throwable failure, @Nullable String cause) {
        return new FinishedTest(id(name), 1, verdict, null, Duration.ofMillis(5), List.of(), failure, null, cause);
    }

    private static String id(String name) {
        return SampleRun.planned("P1", name).test();
    }
}
