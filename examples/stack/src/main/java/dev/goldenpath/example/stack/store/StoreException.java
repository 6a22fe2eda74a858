package dev.goldenpath.example.stack.store;

import java.sql.SQLException;

/** A statement failed, or the database could not be reached. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean unavailable;

    StoreException(SQLException cause) {
        super(cause.getMessage(), cause);
        String state = cause.getSQLState();
        // Class 08 is a connection failure, 57P a server that stops or starts; the pool's time-out has no state.
        this.unavailable = state == null || state.startsWith("08") || state.startsWith("57P");
    }

    /** Tells an outage, which passes, from a mistake in this program. */
    public boolean isUnavailable() {
        return unavailable;
    }
}
