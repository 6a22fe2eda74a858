package dev.goldenpath.launch;

import java.time.Duration;

/**
 * How long a JVM waits for a supervisor that another one has started.
 *
 * @param answer for its answer, once it has taken the connection
 * @param stop for its end, once it is stopping
 */
record Patience(Duration answer, Duration stop) {
    /** More than a sound supervisor takes on a busy machine. */
    static final Patience DEFAULT = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(8));
}
