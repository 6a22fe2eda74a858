package dev.goldenpath.example;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, with a limit. */
final class Until {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Until() {}

    /** Returns as soon as it holds. */
    static void holds(String words, Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("Not within " + limit.toSeconds() + " s: " + words);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
