package dev.goldenpath.environment;

import java.time.Duration;

/**
 * How long a call of a service may take. Each limit is longer than 0.
 *
 * @param connect until there is a connection, for each address of the service
 * @param silence between two bytes; it may be longer than {@code call}, for a request that is given more time
 * @param call from before the connection to the last byte of the answer
 * @since 0.1.0
 */
public record Timeouts(Duration connect, Duration silence, Duration call) {
    /** What holds where the configuration says nothing: 10 s, 30 s and 60 s. */
    public static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60));

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException when one of them is 0 or negative
     */
    public Timeouts {
        requirePositive("connect", connect);
        requirePositive("silence", silence);
        requirePositive("call", call);
    }

    private static void requirePositive(String name, Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException("The limit '" + name + "' must be longer than 0, but is " + limit + ".");
        }
    }
}
