package dev.goldenpath.auth;

import dev.goldenpath.environment.EnvironmentNotReadyException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Many threads that do one thing at once. */
final class Crowd<T> {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final List<Thread> threads = new ArrayList<>();
    private final List<FutureTask<T>> results = new ArrayList<>();

    private Crowd() {}

    /** Starts {@code size} threads, each of which begins when all are there. */
    static <T> Crowd<T> of(int size, Callable<T> deed) {
        Crowd<T> crowd = new Crowd<>();
        CyclicBarrier together = new CyclicBarrier(size);
        for (int i = 0; i < size; i++) {
            FutureTask<T> result = new FutureTask<>(() -> {
                together.await();
                return deed.call();
            });
            crowd.results.add(result);
            Thread thread = new Thread(result, "crowd-" + i);
            thread.setDaemon(true);
            crowd.threads.add(thread);
        }
        crowd.threads.forEach(Thread::start);
        return crowd;
    }

    /** How many threads wait for something with a limit. */
    long waiting() {
        return threads.stream()
                .filter(thread -> thread.getState() == Thread.State.TIMED_WAITING)
                .count();
    }

    /** What the threads returned, when all have. */
    List<T> results() throws Exception {
        List<T> all = new ArrayList<>();
        for (FutureTask<T> result : results) {
            all.add(result.get(LIMIT.toSeconds(), TimeUnit.SECONDS));
        }
        return all;
    }

    /** Interrupts all threads. */
    void interrupt() {
        threads.forEach(Thread::interrupt);
    }

    /** Returns when {@code condition} holds; fails when it does not in 30 s. */
    static void until(String what, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                throw new AssertionError("not within " + LIMIT.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    /** What {@code deed} is refused with, when it is. */
    static EnvironmentNotReadyException failure(Supplier<?> deed) {
        AtomicReference<EnvironmentNotReadyException> failure = new AtomicReference<>();
        until("a refused or broken call", () -> {
            try {
                deed.get();
            } catch (EnvironmentNotReadyException e) {
                failure.set(e);
            }
            return failure.get() != null;
        });
        return failure.get();
    }
}
