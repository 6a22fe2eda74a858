package dev.goldenpath.client;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The wait between two tries.
 *
 * @since 0.1.0
 */
public final class Pause {
    private Pause() {}

    /**
     * Waits.
     *
     * @param deadlineNanos {@link System#nanoTime()} after which no further try may begin
     * @return whether there is time left for another try; false at once where the pause alone would take it up, and when
     *     the thread is interrupted, which it then still is
     */
    public static boolean isOver(Duration pause, long deadlineNanos) {
        if (System.nanoTime() + pause.toNanos() - deadlineNanos >= 0) {
            return false;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
