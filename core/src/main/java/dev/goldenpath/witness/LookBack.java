package dev.goldenpath.witness;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Tells what was witnessed on tests up to now, from all events since the first of them began. Thread-safe. */
final class LookBack {
    /** The flight recorder's clock and ours may differ by some microseconds. */
    private static final Duration MARGIN = Duration.ofMillis(10);

    private final FlightRecording recording;
    private final DeclaredAddresses declared;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    LookBack(FlightRecording recording, DeclaredAddresses declared) {
        this.recording = recording;
        this.declared = declared;
    }

    /** A testimony on each of them, in their order, within about twice the {@code limit}. */
    List<WitnessedTest> at(List<TestWatch> watches, Duration limit) {
        try {
            Attribution attribution = attribution(watches, limit);
            return watches.stream().map(watch -> told(attribution, watch)).toList();
        } catch (IOException | RuntimeException e) {
            String reason = "The flight recorder does not tell: " + e.getMessage() + ".";
            return Collections.nCopies(watches.size(), WitnessedTest.unavailable(reason));
        }
    }

    private Attribution attribution(Collection<TestWatch> watches, Duration limit) throws IOException {
        Set<Long> besides = new HashSet<>();
        watches.forEach(watch -> besides.addAll(watch.besides()));
        Attribution attribution = new Attribution(besides);
        watches.forEach(watch -> attribution.watch(watch.recording(), watch.firstThread()));
        Instant from = watches.stream()
                .map(TestWatch::begun)
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .minus(MARGIN);
        if (!lock(limit)) {
            throw new IOException("it was asked by others for " + limit.toMillis() + " ms");
        }
        try {
            recording.replay(from, attribution, limit);
        } finally {
            oneAtATime.unlock();
        }
        return attribution;
    }

    private boolean lock(Duration limit) {
        try {
            return oneAtATime.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What the events up to now say on one test. */
    WitnessedTest told(Attribution attribution, TestWatch watch) {
        synchronized (attribution) {
            return new Testimony(attribution, watch.recording(), watch.claims(), declared).told();
        }
    }
}
