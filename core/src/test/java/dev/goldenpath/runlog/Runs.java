package dev.goldenpath.runlog;

import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Logs of JVMs that are no more, as such JVMs write them. */
final class Runs {
    private static final long FIRST_START = 1_700_000_000_000L;

    private final Path folder;
    private int written;

    Runs(Path folder) {
        this.folder = folder;
    }

    /** The log of a later JVM than those before, in which one test ended so. */
    Path wrote(String run, Verdict verdict) throws IOException {
        Path scratch = Files.createTempDirectory("runs");
        try (RunLog log = RunLog.create(scratch, run, RunClock.start(Clock.systemUTC()), new Redaction())) {
            RunStart.Jvm gone = new RunStart.Jvm("17.0.15", "Eclipse Adoptium", Integer.MAX_VALUE, Instant.EPOCH);
            log.runStarted(new RunStart(run, "local", null, gone, null, Map.of()));
            log.testPlanned(
                    new PlannedTest("t1", "com.example.ChatIT", "answers()", "answers()", "P1", "chat", List.of()));
            log.testStarted("t1", 1);
            log.testFinished(
                    new FinishedTest("t1", 1, verdict, Grade.C, Duration.ofMillis(12), List.of(), null, null, null));
            log.runFinished(Map.of(verdict, 1), List.of());
        }
        Path log = Files.createDirectories(folder)
                .resolve("run-" + run + "-" + Integer.MAX_VALUE + "-" + (FIRST_START + written++) + ".jsonl");
        Files.move(only(scratch), log);
        Files.delete(scratch);
        return log;
    }

    Path folder() {
        return folder;
    }

    private static Path only(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return files.iterator().next();
        }
    }
}
