package dev.goldenpath.auth;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One user's token for all threads, renewed when it is time. However many threads need it, one asks for it.
 * Thread-safe.
 *
 * <p>Life is a row of stages: in each a token is held (none in the first), and each can be left once, by the renewal of
 * its token. So threads need no lock to agree on who renews: whoever sees a stage runs its renewal, a task that runs
 * only for the first who tries. A refusal ends the row, and its task keeps the refusal for all who come later.
 */
final class SharedToken {
    private final TokenSource source;
    private final Duration patience;
    private volatile Stage stage = new Stage(null);

    /**
     * A token that nobody has asked for yet.
     *
     * @param patience how long a thread waits for another one's renewal
     */
    SharedToken(TokenSource source, Duration patience) {
        this.source = source;
        this.patience = patience;
    }

    /**
     * The token to use now; may log in, or refresh, first.
     *
     * @throws dev.goldenpath.environment.EnvironmentNotReadyException when there is no valid token, and none can be had
     * @throws dev.goldenpath.environment.ConfigurationException when the answer holds none where it is declared to
     */
    AccessToken get() {
        Stage now = stage;
        AccessToken held = now.token;
        if (held != null && held.isFresh(System.nanoTime())) {
            return held;
        }
        now.renewal.run();
        if (!now.renewal.isDone() && held != null && held.isGoodForACall(System.nanoTime())) {
            return held;
        }
        IssueOutcome outcome = await(now.renewal);
        if (outcome instanceof AccessToken issued) {
            return issued;
        }
        // The failure is on record as an exchange, and hurts no call as long as this token is good.
        if (held != null && held.isValid(System.nanoTime())) {
            return held;
        }
        throw ((IssueFailure) outcome).exception();
    }

    /** The token that is there, however old; empty where there is none yet. Makes no call, and waits for nobody. */
    Optional<AccessToken> atHand() {
        return Optional.ofNullable(stage.token);
    }

    private IssueOutcome await(FutureTask<IssueOutcome> renewal) {
        try {
            return renewal.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return source.failures().waited(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return source.failures().interrupted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ConfigurationException wrong) {
                throw wrong.again();
            }
            throw new IllegalStateException("Asking for a token broke in an unexpected way: " + e.getCause(), e);
        }
    }

    private final class Stage {
        private final @Nullable AccessToken token;
        private final FutureTask<IssueOutcome> renewal = new FutureTask<>(this::renew);

        Stage(@Nullable AccessToken token) {
            this.token = token;
        }

        private IssueOutcome renew() {
            IssueOutcome outcome = issue();
            if (outcome instanceof AccessToken issued) {
                stage = new Stage(issued);
            } else if (!((IssueFailure) outcome).reason().lasting()) {
                stage = new Stage(token);
            }
            return outcome;
        }

        private IssueOutcome issue() {
            try {
                return source.issue(token);
            } catch (EnvironmentNotReadyException e) {
                return IssueFailure.of(e);
            }
        }
    }
}
