package dev.goldenpath.websocket;

import java.time.Duration;

/**
 * The longest time an assertion waits for events. It returns as soon as they are there.
 *
 * @param limit counted from the call of the assertion
 * @since 0.1.0
 */
public record Within(Duration limit) {

    /**
     * Checks the limit.
     *
     * @throws IllegalArgumentException when it is not positive
     */
    public Within {
        Periods.requirePositive(limit);
    }

    /**
     * A limit of {@code limit}.
     *
     * @throws IllegalArgumentException when it is not positive
     */
    public static Within within(Duration limit) {
        return new Within(limit);
    }
}
