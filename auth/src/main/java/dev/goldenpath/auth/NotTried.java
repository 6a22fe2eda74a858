package dev.goldenpath.auth;

/** A case can't be tried, as turns out only when it is its turn. The message says why. */
final class NotTried extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotTried(String why) {
        super("not tried: " + why);
    }
}
