package dev.goldenpath.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RunClockTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05.123456789Z");

    private final RunClock clock = RunClock.start(Clock.fixed(START, ZoneOffset.UTC));

    @Test
    void instantsKeepTheDistancesOfTheMonotonicClock() {
        long now = System.nanoTime();
        assertThat(Duration.between(clock.at(now), clock.at(now + 5_000_000_000L)))
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(clock.offset(now + 1_000).minus(clock.offset(now))).isEqualTo(Duration.ofNanos(1_000));
    }

    @Test
    void instantsAreOfTheWallClockToTheMicrosecond() {
        Instant instant = clock.at(System.nanoTime());
        assertThat(instant).isAfterOrEqualTo("2026-01-02T03:04:05.123456Z").isBefore("2026-01-02T03:05:00Z");
        assertThat(instant.getNano() % 1_000).isZero();
    }

    @Test
    void offsetsCountFromTheStart() {
        long now = System.nanoTime();
        assertThat(clock.offset(now)).isBetween(Duration.ZERO, Duration.ofSeconds(30));
        assertThat(clock.at(now))
                .isEqualTo(Instant.parse("2026-01-02T03:04:05.123456Z")
                        .plusNanos(clock.offset(now).toNanos() / 1_000 * 1_000));
    }
}
