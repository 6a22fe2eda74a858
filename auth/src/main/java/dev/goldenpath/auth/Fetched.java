package dev.goldenpath.auth;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something fetched from a service, kept for all threads, and fetched again when it does not suffice any more. However
 * many threads miss it, one fetches. Once something is there, fetches begin at least a second apart but for the first,
 * so that no amount of unknown keys floods a service. A failure is thrown at all who waited for it, and is not kept.
 * Thread-safe.
 *
 * <p>Life is a row of stages, as that of {@link SharedToken}: each holds what was fetched and the one task that fetches
 * the next.
 */
final class Fetched<T> {
    /** Longer than the second between two fetches and the whole minute that a call may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(65);

    private static final long APART = Duration.ofSeconds(1).toNanos();

    private final String what;
    private final Supplier<T> fetch;
    private volatile Stage stage;

    /**
     * Something nobody has asked for yet.
     *
     * @param what for messages, such as {@code the keys of service 'auth'}
     * @param fetch fetches it, and throws where that fails
     */
    Fetched(String what, Supplier<T> fetch) {
        this.what = what;
        this.fetch = fetch;
        this.stage = new Stage(null, System.nanoTime());
    }

    /** What was fetched last; fetched now where nothing has been yet. */
    T get() {
        return get(any -> true);
    }

    /**
     * What was fetched last where it suffices; else what a new fetch brings, whether that suffices or not. One that began
     * before it was asked for here may be too old, and is waited for, but not the last word.
     */
    T get(Predicate<T> suffices) {
        long askedNanos = System.nanoTime();
        while (true) {
            Stage now = stage;
            T held = now.held;
            if (held != null && suffices.test(held)) {
                return held;
            }
            now.next.run();
            T fetched = await(now.next);
            if (suffices.test(fetched) || now.begunNanos - askedNanos >= 0) {
                return fetched;
            }
        }
    }

    private T await(FutureTask<T> task) {
        try {
            return task.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new EnvironmentNotReadyException(
                    "Another thread has not got " + what + " for " + PATIENCE.toSeconds() + " s.", List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while another thread gets " + what + ".", e);
        } catch (ExecutionException e) {
            Throwable failure = e.getCause();
            throw again(failure == null ? e : failure);
        }
    }

    /** A new exception for each caller, so that each shows its own stack trace. */
    private RuntimeException again(Throwable failure) {
        if (failure instanceof EnvironmentNotReadyException blocked) {
            return new EnvironmentNotReadyException(blocked.rootCause(), blocked.facts());
        }
        return failure instanceof ConfigurationException configuration
                ? configuration.again()
                : new IllegalStateException("Getting " + what + " broke in an unexpected way: " + failure, failure);
    }

    private final class Stage {
        private final @Nullable T held;
        private final long notBefore;
        private volatile long begunNanos;
        private final FutureTask<T> next = new FutureTask<>(this::fetchNext);

        Stage(@Nullable T held, long notBefore) {
            this.held = held;
            this.notBefore = notBefore;
        }

        private T fetchNext() {
            awaitTurn();
            long begun = System.nanoTime();
            begunNanos = begun;
            T fetched = null;
            try {
                fetched = fetch.get();
                return fetched;
            } finally {
                stage = new Stage(fetched == null ? held : fetched, held == null ? begun : begun + APART);
            }
        }

        private void awaitTurn() {
            for (long left = notBefore - System.nanoTime();
                    left > 0 && !Thread.currentThread().isInterrupted();
                    left = notBefore - System.nanoTime()) {
                LockSupport.parkNanos(this, left);
            }
        }
    }
}
