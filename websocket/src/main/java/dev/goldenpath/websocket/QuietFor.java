package dev.goldenpath.websocket;

import java.time.Duration;

/**
 * The time an assertion watches for events that must not come. It always takes that long, unless such an event arrives.
 *
 * @param period counted from the call of the assertion
 * @since 0.1.0
 */
public record QuietFor(Duration period) {

    /**
     * Checks the period.
     *
     * @throws IllegalArgumentException when it is not positive
     */
    public QuietFor {
        Periods.requirePositive(period);
    }

    /**
     * A watch of {@code period}.
     *
     * @throws IllegalArgumentException when it is not positive
     */
    public static QuietFor quietFor(Duration period) {
        return new QuietFor(period);
    }
}
