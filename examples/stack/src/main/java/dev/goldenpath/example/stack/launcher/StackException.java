package dev.goldenpath.example.stack.launcher;

/** The stack cannot start, or one of its processes ended; the message says which and why. */
final class StackException extends Exception {
    private static final long serialVersionUID = 1;

    StackException(String message) {
        super(message);
    }

    StackException(String message, Throwable cause) {
        super(message + ": " + cause, cause);
    }
}
