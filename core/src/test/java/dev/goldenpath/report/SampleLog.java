package dev.goldenpath.report;

import dev.goldenpath.evidence.Evidence;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.runlog.FinishedTest;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.runlog.RunLog;
import dev.goldenpath.runlog.RunLogReader;
import dev.goldenpath.runlog.RunStart;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The log of another JVM's run {@code r1}, written as a run goes, and the page that is made of it. */
final class SampleLog implements AutoCloseable {
    private static final long STEP_NANOS = 4_000_000;

    private final Path folder;
    private final RunClock clock = RunClock.start(Clock.systemUTC());
    private final RunLog log;
    private final Ledger ledger;

    SampleLog(Path folder) throws IOException {
        this.folder = folder;
        log = RunLog.create(folder, "r1", clock, new Redaction());
        ledger = new Ledger(clock, List.of(log));
        RunStart.Jvm gone = new RunStart.Jvm("17.0.15", "Eclipse Adoptium", Integer.MAX_VALUE, Instant.EPOCH);
        log.runStarted(new RunStart("r1", "local", null, gone, null, Map.of()));
    }

    static PlannedTest planned(String type, String name, String priority) {
        return new PlannedTest(
                "[engine:junit-jupiter]/[class:" + type + "]/[method:" + name + "]",
                type,
                name,
                name,
                priority,
                "chat",
                List.of("chat"));
    }

    /** One that was planned, and of which nothing more is known. */
    SampleLog missing(PlannedTest test) {
        log.testPlanned(test);
        return this;
    }

    /** One attempt, with its evidence in the test, each a few milliseconds after the one before. */
    SampleLog test(PlannedTest test, Verdict verdict, @Nullable String message, Evidence... evidence) {
        log.testPlanned(test);
        return attempt(1, test, verdict, message, evidence);
    }

    SampleLog attempt(int number, PlannedTest test, Verdict verdict, @Nullable String message, Evidence... evidence) {
        log.testStarted(test.test(), number);
        Recording recording = ledger.ofTest(test.test(), number);
        long nanos = System.nanoTime();
        for (Evidence each : evidence) {
            nanos += STEP_NANOS;
            recording.record(each, Phase.TEST, nanos);
        }
        boolean passed = verdict == Verdict.PASSED;
        boolean skipped = verdict == Verdict.SKIPPED;
        log.testFinished(new FinishedTest(
                test.test(),
                number,
                verdict,
                passed ? Grade.B : null,
                skipped ? null : Duration.ofNanos(STEP_NANOS * (evidence.length + 5)),
                List.of(Fact.of("answers in the test", evidence.length)),
                message == null || skipped ? null : new AssertionError(message),
                skipped ? message : null,
                null));
        return this;
    }

    LoggedRun run() throws IOException {
        return RunLogReader.read(folder, "r1");
    }

    /** The page, as it is written. */
    String page() throws IOException {
        LoggedRun run = run();
        TrafficFigures figures = new TrafficFigures();
        run.evidence().forEach(figures);
        StringWriter page = new StringWriter();
        HtmlReport.write(RunAccount.of(run, figures), page);
        return page.toString();
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
