package dev.goldenpath.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Turns readings of {@link System#nanoTime()} into instants and offsets of one run. Anchored once, so that instants keep
 * the order and the distances of the monotonic clock. Immutable.
 *
 * @since 0.1.0
 */
public final class RunClock {
    private final Instant startedAt;
    private final long startNanos;

    private RunClock(Instant startedAt, long startNanos) {
        this.startedAt = startedAt;
        this.startNanos = startNanos;
    }

    /** A clock whose offset zero is now. */
    public static RunClock start(Clock clock) {
        return new RunClock(clock.instant().truncatedTo(ChronoUnit.MICROS), System.nanoTime());
    }

    /** The day in UTC on which it was started. */
    public LocalDate startDay() {
        return LocalDate.ofInstant(startedAt, ZoneOffset.UTC);
    }

    /** The instant of a {@link System#nanoTime()} reading, to the microsecond. */
    public Instant at(long nanos) {
        // The start is one of whole microseconds.
        return startedAt.plusNanos(Math.floorDiv(nanos - startNanos, 1_000L) * 1_000);
    }

    /** The time from the start of the run to a {@link System#nanoTime()} reading. */
    public Duration offset(long nanos) {
        return Duration.ofNanos(nanos - startNanos);
    }
}
