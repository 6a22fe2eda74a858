package dev.goldenpath.benchmarks.ratio;

import dev.goldenpath.evidence.EvidenceSink;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.runlog.RunLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the evidence of blocks of calls goes: a run log for each, in a real file, which is read and deleted after it. */
final class BlockLog implements EvidenceSink {
    private static final String LAST = "end of the block";

    private final Path folder;
    private volatile @Nullable RunLog log;

    BlockLog(Path folder) {
        this.folder = folder;
    }

    /** Starts the log of the next block. */
    void begin(RunClock clock, Redaction redaction) throws IOException {
        log = RunLog.create(folder, "benchmark", clock, redaction);
    }

    @Override
    public void accept(RecordedEvidence recorded) {
        open().accept(recorded);
    }

    /** Waits until all is written. The log stays open, for with its thread its allocations would be forgotten. */
    void writeAll() {
        open().testStarted(LAST, 1);
    }

    /** Ends it, and throws unless the block has left so many lines of evidence. */
    void end(int expected) throws IOException {
        open().close();
        Optional<IOException> failure = open().failure();
        if (failure.isPresent()) {
            throw failure.get();
        }
        long lines = 0;
        for (Path file : files()) {
            try (Stream<String> all = Files.lines(file)) {
                lines += all.count();
            }
            Files.delete(file);
        }
        if (lines != expected + 1) {
            throw new IOException(
                    "There are " + (lines - 1) + " lines of evidence in the run log in the place of " + expected + ".");
        }
    }

    private RunLog open() {
        return Objects.requireNonNull(log, "no block has begun");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).toList();
        }
    }
}
