package dev.goldenpath.witness;

import dev.goldenpath.evidence.Recording;
import dev.goldenpath.witness.TestMark.What;
import dev.goldenpath.witness.WitnessedTest.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A witness at work. What is proven by the stream of events is settled with it; what is not is looked up, since events of
 * other threads may still be on their way. Thread-safe.
 */
final class Watching {
    /** What is not settled then is looked up: half a second before its time is over. */
    private static final long LATEST_NANOS = Duration.ofMillis(1_500).toNanos();

    private static final Duration LOOK_BACK = Duration.ofMillis(1_500);

    private final FlightRecording recording;
    private final Attribution streamed = new Attribution(List.of());
    private final LookBack lookBack;
    private final Set<Long> running = ConcurrentHashMap.newKeySet();

    private final Object lock = new Object();
    private final List<Ending> endings = new ArrayList<>();
    private boolean flushed;
    private boolean closed;

    private record Ending(TestWatch watch, Consumer<WitnessedTest> settled, long latest) {}

    Watching(FlightRecording recording, DeclaredAddresses declared) {
        this.recording = recording;
        this.lookBack = new LookBack(recording, declared);
    }

    /** Has the events streamed, before the first test begins. */
    void stream() {
        recording.stream(streamed, this::flushed);
    }

    TestWatch begin(Recording ofTest) {
        TestWatch watch = TestWatch.begin(this, ofTest, Set.copyOf(running));
        streamed.watch(watch.recording(), watch.firstThread());
        if (watch.isOfTest()) {
            running.add(watch.recording());
        }
        TestMark.commit(watch.isOfTest() ? What.TEST_BEGUN : What.SHARED_BEGUN, watch.recording());
        return watch;
    }

    WitnessedTest snapshot(TestWatch watch, Duration limit) {
        return lookBack.at(List.of(watch), limit).get(0);
    }

    void end(TestWatch watch, Consumer<WitnessedTest> settled) {
        TestMark.commit(watch.isOfTest() ? What.TEST_ENDED : What.SHARED_ENDED, watch.recording());
        running.remove(watch.recording());
        synchronized (lock) {
            endings.add(new Ending(watch, settled, System.nanoTime() + LATEST_NANOS));
            lock.notifyAll();
        }
    }

    /** Settles tests as they end, on the calling thread, until closed. */
    void settle() {
        try {
            while (awaitWork()) {
                settle(due(false));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            settle(due(true));
            recording.close();
        }
    }

    void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
    }

    private void flushed() {
        synchronized (lock) {
            flushed = true;
            lock.notifyAll();
        }
    }

    /** Returns whether to go on. */
    private boolean awaitWork() throws InterruptedException {
        synchronized (lock) {
            long now = System.nanoTime();
            while (!closed && !(flushed && !endings.isEmpty()) && !isLate(now)) {
                if (endings.isEmpty()) {
                    lock.wait();
                } else {
                    lock.wait(Math.max(1, (endings.get(0).latest() - now) / 1_000_000));
                }
                now = System.nanoTime();
            }
            flushed = false;
            return !closed;
        }
    }

    private boolean isLate(long now) {
        return !endings.isEmpty() && endings.get(0).latest() - now <= 0;
    }

    /** The tests to settle now, which are no longer among those to be settled. */
    private List<Ending> due(boolean all) {
        synchronized (lock) {
            long now = System.nanoTime();
            List<Ending> due = endings.stream()
                    .filter(ending -> all
                            || ending.latest() - now <= 0
                            || streamed.hasEnded(ending.watch().recording()))
                    .toList();
            endings.removeAll(due);
            return due;
        }
    }

    private void settle(List<Ending> due) {
        List<Ending> open = new ArrayList<>();
        for (Ending ending : due) {
            WitnessedTest told = lookBack.told(streamed, ending.watch());
            if (told.standing() == Standing.PROVEN
                    && streamed.hasWhole(ending.watch().recording())) {
                settle(ending, told);
            } else {
                open.add(ending);
            }
        }
        if (open.isEmpty()) {
            return;
        }
        List<WitnessedTest> lookedUp =
                lookBack.at(open.stream().map(Ending::watch).toList(), LOOK_BACK);
        for (int i = 0; i < open.size(); i++) {
            settle(open.get(i), bestOf(lookedUp.get(i), open.get(i).watch()));
        }
    }

    /** The look back ends where too much has happened since; then the stream, which has heard of the end, is as good. */
    private WitnessedTest bestOf(WitnessedTest lookedUp, TestWatch watch) {
        return lookedUp.standing() == Standing.UNAVAILABLE && streamed.hasWhole(watch.recording())
                ? lookBack.told(streamed, watch)
                : lookedUp;
    }

    private void settle(Ending ending, WitnessedTest told) {
        streamed.forget(ending.watch().recording());
        ending.settled().accept(told);
    }
}
