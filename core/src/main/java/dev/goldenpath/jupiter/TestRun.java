package dev.goldenpath.jupiter;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.verdict.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One attempt of a test while it runs. Thread-safe. */
final class TestRun {
    private final Recording recording;
    private final long startNanos = System.nanoTime();
    private volatile @Nullable Throwable ending;
    private volatile @Nullable List<Fact> support;

    TestRun(Recording recording) {
        this.recording = recording;
    }

    Recording recording() {
        return recording;
    }

    int attempt() {
        return recording.attempt().orElseThrow();
    }

    Duration soFar() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** The test method, or the ruling on it, ended with this. */
    void endedBy(Throwable throwable) {
        ending = throwable;
    }

    /** The test method returned, and this supports the pass. */
    void supportedBy(List<Fact> facts) {
        support = List.copyOf(facts);
    }

    /** What supports the pass; empty when the referee did not rule for one. */
    Optional<List<Fact>> support() {
        return Optional.ofNullable(support);
    }

    /** When the throwable that JUnit reports was thrown. */
    Moment momentOf(Throwable reported) {
        if (reported == ending) {
            return Moment.TEST;
        }
        return ending == null && support == null ? Moment.SETUP : Moment.TEARDOWN;
    }
}
