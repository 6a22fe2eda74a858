package dev.goldenpath.websocket;

import java.time.Duration;

/**
 * Turns times of the run into times of a session.
 *
 * @param startNanos {@link System#nanoTime()} at the start of the handshake
 * @param startOffset the same instant, from the start of the run
 * @param openedNanos {@link System#nanoTime()} at the opening, before the first message is read
 */
record SessionClock(long startNanos, Duration startOffset, long openedNanos) {

    /** From the start of the handshake to the opening. */
    Duration opened() {
        return Duration.ofNanos(openedNanos - startNanos);
    }

    /** From the start of the handshake to a reading of {@link System#nanoTime()}. */
    Duration sinceConnect(long nanos) {
        return Duration.ofNanos(nanos - startNanos);
    }

    /** From the start of the handshake to an offset from the start of the run; negative where that was before. */
    Duration sinceConnect(Duration offset) {
        return offset.minus(startOffset);
    }

    /** What {@link System#nanoTime()} reads at an offset from the start of the run. */
    long nanosAt(Duration offset) {
        return startNanos + sinceConnect(offset).toNanos();
    }
}
