package dev.goldenpath.websocket;

import java.time.Duration;

/**
 * When a session is tried to be opened again: {@code Backoff.upTo(ofSeconds(30)).startingAt(ofMillis(200))}. Each pause is
 * twice as long as the one before, and at least as long as a {@code Retry-After} of the service. Immutable.
 *
 * @since 0.1.0
 */
public final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Duration limit;
    private final Duration first;
    private final Duration longest;

    private Backoff(Duration limit, Duration first, Duration longest) {
        Periods.requirePositive(limit);
        Periods.requirePositive(first);
        Periods.requirePositive(longest);
        this.limit = limit;
        this.first = first;
        this.longest = longest;
    }

    /**
     * No attempt begins later than this; the first pause is 100 ms, and none is longer than 5 s.
     *
     * @throws IllegalArgumentException when it is not positive
     */
    public static Backoff upTo(Duration limit) {
        return new Backoff(limit, FIRST, LONGEST);
    }

    /**
     * With this first pause.
     *
     * @throws IllegalArgumentException when it is not positive
     */
    public Backoff startingAt(Duration pause) {
        return new Backoff(limit, pause, longest);
    }

    /**
     * With no pause longer than this, but for a {@code Retry-After}.
     *
     * @throws IllegalArgumentException when it is not positive
     */
    public Backoff atMost(Duration pause) {
        return new Backoff(limit, first, pause);
    }

    Duration limit() {
        return limit;
    }

    /** The pause after so many attempts, from 1. */
    Duration after(int attempts, SocketAttempt last) {
        Duration pause = first;
        for (int i = 1; i < attempts && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        Duration ours = pause.compareTo(longest) < 0 ? pause : longest;
        return last.retryAfter().filter(asked -> asked.compareTo(ours) > 0).orElse(ours);
    }
}
