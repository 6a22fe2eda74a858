package dev.goldenpath.launch;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts the leases of a supervisor, and knows since when there is none. Thread-safe. */
final class Leases {
    private int held;
    private long idleSince = System.nanoTime();
    private boolean refusing;

    /** Whether one more is given. */
    synchronized boolean take() {
        if (!refusing) {
            held++;
        }
        return !refusing;
    }

    synchronized void giveBack() {
        held--;
        idleSince = System.nanoTime();
        notifyAll();
    }

    synchronized void refuse() {
        refusing = true;
    }

    /**
     * Refuses further ones as soon as there was none for so long.
     *
     * @return whether that is so; {@code false} also when it was not within {@code patience}
     */
    synchronized boolean refuseOnceIdle(Duration grace, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            long now = System.nanoTime();
            long idleFor = now - idleSince;
            if (held == 0 && idleFor >= grace.toNanos()) {
                refusing = true;
                return true;
            }
            if (now - end >= 0) {
                return false;
            }
            long wait = held == 0 ? Math.min(end - now, grace.toNanos() - idleFor) : end - now;
            TimeUnit.NANOSECONDS.timedWait(this, wait);
        }
    }
}
