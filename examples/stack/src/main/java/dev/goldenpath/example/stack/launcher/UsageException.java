package dev.goldenpath.example.stack.launcher;

/** The command line cannot be understood; the message names the offending option. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
