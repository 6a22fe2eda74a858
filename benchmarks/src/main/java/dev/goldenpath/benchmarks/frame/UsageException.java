package dev.goldenpath.benchmarks.frame;

/** The command line is wrong. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public UsageException(String message) {
        super(message);
    }
}
