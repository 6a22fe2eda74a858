package dev.goldenpath.cli;

import dev.goldenpath.environment.EnvironmentLoader;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.runlog.FinishedTest;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.runlog.RunLog;
import dev.goldenpath.runlog.RunStart;
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
import org.jspecify.annotations.Nullable;

/** The log of a JVM that is no more, as such a JVM writes it. */
final class SampleLog {
    private static final long FIRST_START = 1_700_000_000_000L;

    private final Path folder;
    private final String run;
    private final Path scratch;
    private final RunLog log;
    private int tests;

    private SampleLog(Path folder, String run, RunStart.@Nullable Part shard, Path scratch, RunLog log) {
        this.folder = folder;
        this.run = run;
        this.tests = shard == null ? 0 : 100 * shard.index();
        this.scratch = scratch;
        this.log = log;
    }

    /** A log of {@code run} that will be in {@code folder}. */
    static SampleLog of(Path folder, String run) throws IOException {
        return of(folder, run, null);
    }

    /** The same of one shard, whose tests are its own. */
    static SampleLog of(Path folder, String run, RunStart.@Nullable Part shard) throws IOException {
        Path scratch = Files.createTempDirectory("sample-log");
        RunLog log = RunLog.create(scratch, run, RunClock.start(Clock.systemUTC()), new Redaction());
        RunStart.Jvm gone = new RunStart.Jvm("17.0.15", "Eclipse Adoptium", Integer.MAX_VALUE, Instant.EPOCH);
        log.runStarted(new RunStart(run, "local", null, gone, null, Map.of(), shard));
        return new SampleLog(folder, run, shard, scratch, log);
    }

    /** Of an environment with these sections besides. */
    SampleLog configured(String sections) throws IOException {
        Files.writeString(
                scratch.resolve("goldenpath.yaml"),
                "environments: { local: { services: { backend: { url: 'http://127.0.0.1:1' } } } }\n" + sections);
        log.environment(new EnvironmentLoader(Map.of(), Map.of(), scratch).load(null));
        return this;
    }

    /** A test of priority P2 that protects {@code chat}. */
    SampleLog test(Verdict verdict) {
        return test(verdict, verdict == Verdict.PASSED || verdict == Verdict.SKIPPED ? null : new AssertionError("no"));
    }

    SampleLog test(Verdict verdict, @Nullable Throwable failure) {
        String id = "t" + ++tests;
        String name = "answers" + tests + "()";
        log.testPlanned(new PlannedTest(id, "com.example.ChatIT", name, name, "P2", "chat", List.of("chat")));
        if (verdict == Verdict.MISSING) {
            return this;
        }
        log.testStarted(id, 1);
        log.testFinished(new FinishedTest(
                id,
                1,
                verdict,
                verdict == Verdict.PASSED ? Grade.C : null,
                Duration.ofMillis(12),
                List.of(),
                failure,
                verdict == Verdict.SKIPPED ? "@Disabled" : null,
                null));
        return this;
    }

    /** The log of the {@code number}-th JVM, the newest of which has the highest number. */
    Path ended(int number) throws IOException {
        log.runFinished(Map.of(), List.of());
        return killed(number);
    }

    /** The same without its last line. */
    Path killed(int number) throws IOException {
        log.close();
        Path file = Files.createDirectories(folder)
                .resolve("run-" + run + "-" + Integer.MAX_VALUE + "-" + (FIRST_START + number) + ".jsonl");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(scratch, "*.jsonl")) {
            Files.move(files.iterator().next(), file);
        }
        return file;
    }
}
