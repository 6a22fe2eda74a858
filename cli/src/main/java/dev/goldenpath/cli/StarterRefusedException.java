package dev.goldenpath.cli;

/** A starter project can't be written; the message tells why, and what to do. */
final class StarterRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    StarterRefusedException(String message) {
        super(message);
    }
}
