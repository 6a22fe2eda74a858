package dev.goldenpath.auth;

import dev.goldenpath.client.ReplayAnswer;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether a service takes a sound token that the project has signed: where it does not, it refuses bad ones for another
 * reason than that they are bad. Tried by the first who asks, while the others wait. Thread-safe.
 */
final class KeyTrial {
    /** Two calls, each of which may take a client's whole minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(125);

    private final ReentrantLock lock = new ReentrantLock();
    private final Duration patience;
    private volatile @Nullable ReplayAnswer answer;

    KeyTrial() {
        this(PATIENCE);
    }

    KeyTrial(Duration patience) {
        this.patience = patience;
    }

    /**
     * Returns where the service takes it.
     *
     * @param issuer the name of the service whose key it is
     * @param attempt tries it
     * @throws ConfigurationException where it does not
     */
    void require(String issuer, Supplier<ReplayAnswer> attempt) {
        ReplayAnswer known = answer == null ? tried(attempt) : answer;
        if (known != null && !PassingCall.isSuccess(known)) {
            throw new ConfigurationException(
                    "The service refuses even a sound token signed with services." + issuer
                            + ".tokens.signing (" + known.description()
                            + "), so it can't be told why it refuses a bad one. See that key, key-id and algorithm are "
                            + "those of a key that the service trusts, and that it takes a token which says what it has "
                            + "issued to the user.",
                    List.of());
        }
    }

    private @Nullable ReplayAnswer tried(Supplier<ReplayAnswer> attempt) {
        try {
            if (!lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new EnvironmentNotReadyException(
                        "Another test has tried a sound token for " + patience.toSeconds()
                                + " s, and has no answer yet.",
                        List.of());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while another test tries a sound token.", e);
        }
        try {
            if (answer == null) {
                answer = attempt.get();
            }
            return answer;
        } finally {
            lock.unlock();
        }
    }
}
