package dev.goldenpath.example.stack.token;

/** A token that must not be accepted; the message is a short reason such as {@code expired}. */
public final class InvalidTokenException extends Exception {
    private static final long serialVersionUID = 1;

    InvalidTokenException(String reason, Throwable cause) {
        super(reason, cause);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
