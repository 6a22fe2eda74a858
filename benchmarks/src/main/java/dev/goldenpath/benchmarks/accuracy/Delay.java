package dev.goldenpath.benchmarks.accuracy;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A wait that is part of what is measured. */
final class Delay {
    private Delay() {}

    /** Returns this many milliseconds after {@code startNanos}, never before. */
    static void until(long startNanos, int millis) {
        long end = startNanos + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
