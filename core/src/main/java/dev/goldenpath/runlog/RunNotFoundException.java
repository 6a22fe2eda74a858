package dev.goldenpath.runlog;

/**
 * There is no run to read, or it is not plain which one is meant. The message tells what was looked at and what to do.
 *
 * @since 0.1.0
 */
public final class RunNotFoundException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What keeps a run from being found. */
    public enum Reason {
        /** No log of it is there. */
        NO_LOG,
        /** Logs of several runs are there, or two that can't both count. */
        NOT_PLAIN
    }

    /** With a message of whole sentences. */
    public RunNotFoundException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** What kept it from being found. */
    public Reason reason() {
        return reason;
    }
}
