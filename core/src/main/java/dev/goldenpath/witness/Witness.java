package dev.goldenpath.witness;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.evidence.Recording;
import java.time.Duration;
import java.util.Optional;

/**
 * Watches what this JVM's sockets do, with the JVM's own flight recorder, so that the word of a client need not be taken
 * for it. One per run. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Witness implements AutoCloseable {

    private Witness() {}

    /** A witness that begins to watch in the background, which takes 0.5 to 3 s. */
    public static Witness start() {
        return new Witness();
    }

    /**
     * Waits until it watches, or is known not to.
     *
     * @return why there is no testimony, empty where there is
     */
    public Optional<String> await(Duration limit) {
        return unavailable();
    }

    /** Why there is no testimony at present, empty where there is. */
    public Optional<String> unavailable() {
        return Optional.of("not started");
    }

    /** Looks up the addresses of the environment's services, in the background, so that traffic bears their names. */
    public void declare(Environment environment) {}

    /** An attempt of a test begins, before its set-up; or the shared set-up of a class or factory does. */
    public TestWatch testBegins(Recording recording) {
        return new TestWatch("not started");
    }

    /** Settles all tests that have ended, within 5 s, and stops watching. */
    @Override
    public void close() {}
}
