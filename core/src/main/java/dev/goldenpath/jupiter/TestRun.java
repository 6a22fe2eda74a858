package dev.goldenpath.jupiter;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.verdict.Moment;
import dev.goldenpath.verdict.Ruling;
import dev.goldenpath.verdict.SuspectPassError;
import dev.goldenpath.witness.TestWatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** One attempt of a test while it runs. Thread-safe. */
final class TestRun {
    private final Recording recording;
    private final long startNanos = System.nanoTime();
    private volatile @Nullable Throwable ending;
    private final TestWatch watch;
    private volatile @Nullable PassReview review;
    private volatile @Nullable Ruling ruling;
    private volatile Set<String> needs = Set.of();
    private volatile boolean refused;
    private final Queue<Fact> remarks = new ConcurrentLinkedQueue<>();

    TestRun(Recording recording, TestWatch watch) {
        this.recording = recording;
        this.watch = watch;
    }

    TestWatch watch() {
        return watch;
    }

    Recording recording() {
        return recording;
    }

    int attempt() {
        return recording.attempt().orElseThrow();
    }

    /** {@link System#nanoTime()} at which it began. */
    long startNanos() {
        return startNanos;
    }

    Duration soFar() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    /** The services that the test needs by itself; none before that is known. */
    Set<String> needs() {
        return needs;
    }

    /** Tells which services the test needs by itself. */
    void needs(Set<String> services) {
        needs = Set.copyOf(services);
    }

    /** However it ends, this is told with it. */
    void remark(Fact fact) {
        remarks.add(fact);
    }

    /** What is told besides. */
    List<Fact> remarks() {
        return List.copyOf(remarks);
    }

    /** Whether no part of the test may run. */
    boolean isRefused() {
        return refused;
    }

    /** No part of the test may run. */
    void refuse() {
        refused = true;
    }

    /** The test method, or the ruling on it, ended with this. */
    void endedBy(Throwable throwable) {
        ending = throwable;
    }

    /**
     * The test method returned, and the referee rules on that.
     *
     * @throws SuspectPassError when the pass is none
     */
    void rule(PassReview passed) {
        try {
            ruling = passed.first();
            review = passed;
        } catch (SuspectPassError e) {
            endedBy(e);
            throw e;
        }
    }

    /** The ruling for a pass; empty when the referee did not rule for one. */
    Optional<Ruling> ruling() {
        return Optional.ofNullable(ruling);
    }

    /** Of a pass that was ruled for; empty of any other test. */
    Optional<PassReview> review() {
        return Optional.ofNullable(review);
    }

    /** When the throwable that JUnit reports was thrown. */
    Moment momentOf(Throwable reported) {
        if (reported == ending) {
            return Moment.TEST;
        }
        return ending == null && ruling == null ? Moment.SETUP : Moment.TEARDOWN;
    }
}
