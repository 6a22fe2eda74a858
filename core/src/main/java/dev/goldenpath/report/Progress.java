package dev.goldenpath.report;

import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.runlog.FinishedTest;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.runlog.SettledTest;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Shows on the console how far the tests of this JVM are, and at once which of them ended badly. What it prints is masked
 * first. One daemon thread prints what is due, until this is closed. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Progress implements AutoCloseable {
    /** However little happens, a person wants to know after this time that something still runs. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private static final Duration LAST_LINE = Duration.ofSeconds(1);

    private final ProgressStyle style;
    private final PrintStream out;
    private final Redaction redaction;
    private final TestsSoFar tests = new TestsSoFar();
    private final Troubles troubles = new Troubles();
    private final Thread thread = new Thread(this::printWhatIsDue, "golden-path-progress");
    /** The line that is to be written over; empty where the last line has its end. */
    private String inPlace = "";

    private int endedAtLastLine;
    private boolean closed;

    private Progress(ProgressStyle style, PrintStream out, Redaction redaction) {
        this.style = style;
        this.out = out;
        this.redaction = redaction;
    }

    /** Begins to show the progress of tests, none of which is planned yet. */
    public static Progress start(ProgressStyle style, PrintStream out, Redaction redaction) {
        Progress progress = new Progress(style, out, redaction);
        if (style.form() != ProgressForm.OFF) {
            progress.thread.setDaemon(true);
            progress.thread.start();
        }
        return progress;
    }

    /** A test is to be run, or to be run again. */
    public synchronized void planned(PlannedTest test) {
        tests.planned(test);
    }

    /** Other tests stand in the place of this one, by unique id. */
    public synchronized void replaced(String test) {
        tests.replaced(test);
    }

    /** A test that was planned runs now. */
    public synchronized void started(String test) {
        tests.started(test, System.nanoTime());
    }

    /** A test has ended. */
    public synchronized void finished(FinishedTest test) {
        tests.finished(test);
        Throwable failure = test.failure();
        tell(troubles.of(
                tests.nameOf(test.test()),
                test.verdict(),
                test.attempt(),
                masked(test.cause()),
                masked(failure == null ? null : message(failure))));
    }

    /** A test that has ended came to this. */
    public synchronized void settled(SettledTest test) {
        tests.settled(test.test(), test.verdict());
        tell(troubles.of(tests.nameOf(test.test()), test.verdict(), test.attempt(), null, LoggedAttempt.TAKEN_BACK));
    }

    /** Shows no more progress, and leaves no line without an end. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
            writeInPlace("");
        }
        try {
            thread.join(LAST_LINE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void printWhatIsDue() {
        try {
            Duration pause = style.pause();
            long due = System.nanoTime() + pause.toNanos();
            while (!closed) {
                long left = due - System.nanoTime();
                if (left > 0) {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                } else {
                    pause = nextPause(pause);
                    due = System.nanoTime() + pause.toNanos();
                    // Until then others tell what is waited for.
                    if (tests.haveBegun()) {
                        print(tests.line(System.nanoTime()));
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A line that tells nothing new but that time passes is worth less each time. */
    private Duration nextPause(Duration pause) {
        boolean news = tests.ended() > endedAtLastLine;
        endedAtLastLine = tests.ended();
        if (news || style.form() == ProgressForm.LIVE) {
            return style.pause();
        }
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private void print(String progress) {
        if (style.form() == ProgressForm.LIVE) {
            writeInPlace(shown(progress));
        } else {
            out.println(shown(progress));
            out.flush();
        }
    }

    private void tell(Optional<String> news) {
        if (style.form() != ProgressForm.OFF && news.isPresent()) {
            writeInPlace("");
            String line = shown(news.get());
            out.println(style.colours() ? Colours.of(line) : line);
            out.flush();
        }
    }

    /** Spaces, for not every terminal that returns its carriage knows how to erase a line. */
    private void writeInPlace(String line) {
        String cut = line.substring(0, Math.min(line.length(), style.width() - 1));
        if (cut.equals(inPlace)) {
            return;
        }
        String rest = " ".repeat(Math.max(0, inPlace.length() - cut.length()));
        out.print("\r" + cut + rest + (cut.isEmpty() ? "\r" : ""));
        out.flush();
        inPlace = cut;
    }

    private String shown(String text) {
        return style.name() + ": " + ConsoleLine.of(redaction.text(text), style.ascii());
    }

    /** Before it is cut to one line: a secret may hold a line break. */
    private @Nullable String masked(@Nullable String text) {
        return text == null ? null : redaction.text(text);
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getName() : message;
    }
}
