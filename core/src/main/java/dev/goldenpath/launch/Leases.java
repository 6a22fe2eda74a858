package dev.goldenpath.launch;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts the leases of a supervisor, and knows since when there is none. Thread-safe. */
final class Leases {
    private final Duration graceAfterGoodbye;
    private final Duration graceAfterABreak;
    private int held;
    private long idleSince = System.nanoTime();
    private Duration grace;
    private boolean refusing;

    /** None yet; the first one may come as after a goodbye. */
    Leases(Duration graceAfterGoodbye, Duration graceAfterABreak) {
        this.graceAfterGoodbye = graceAfterGoodbye;
        this.graceAfterABreak = graceAfterABreak;
        this.grace = graceAfterGoodbye;
    }

    /** Whether one more is given. */
    synchronized boolean take() {
        if (!refusing) {
            held++;
        }
        return !refusing;
    }

    /** One less. How the last one went decides how long another may take to come. */
    synchronized void giveBack(boolean withGoodbye) {
        held--;
        idleSince = System.nanoTime();
        grace = withGoodbye ? graceAfterGoodbye : graceAfterABreak;
        notifyAll();
    }

    synchronized void refuse() {
        refusing = true;
    }

    /**
     * Refuses further ones as soon as there was none for the grace.
     *
     * @return whether that is so; {@code false} also when it was not within {@code patience}
     */
    synchronized boolean refuseOnceIdle(Duration patience) throws InterruptedException {
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
