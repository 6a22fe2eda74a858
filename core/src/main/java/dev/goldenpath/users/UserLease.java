package dev.goldenpath.users;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * The right to be the only one who uses a test user, until it is closed. Kept alive meanwhile by a thread of the {@link
 * UserPools} it came from. Thread-safe.
 *
 * @since 0.1.0
 */
public final class UserLease implements AutoCloseable {
    private final HeldAccount held;
    private final String pool;
    private final Duration waited;
    private final Future<?> renewal;
    private final Consumer<UserLease> closed;

    UserLease(HeldAccount held, String pool, Duration waited, Future<?> renewal, Consumer<UserLease> closed) {
        this.held = held;
        this.pool = pool;
        this.waited = waited;
        this.renewal = renewal;
        this.closed = closed;
    }

    /** The user's name as declared. */
    public String user() {
        return held.account().user();
    }

    /** The pool it is of. */
    public String pool() {
        return pool;
    }

    /** How long it took until a user was free. */
    public Duration waited() {
        return waited;
    }

    /**
     * Makes sure that nobody else can have used the user since. Reads no file.
     *
     * @throws UserLeaseLostException when somebody can; from then on always
     */
    public void requireHeld() {
        held.requireHeld();
    }

    /** What it holds. */
    Account account() {
        return held.account();
    }

    /**
     * Gives the user back, also on an interrupted thread, which stays interrupted; the next call does nothing.
     *
     * @throws UserLeaseLostException when the lease was lost
     */
    @Override
    public void close() {
        renewal.cancel(false);
        closed.accept(this);
        held.release();
    }

    @Override
    public String toString() {
        return "lease of user '" + user() + "' of pool '" + pool + "'";
    }
}
