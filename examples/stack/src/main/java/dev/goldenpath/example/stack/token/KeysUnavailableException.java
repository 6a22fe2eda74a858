package dev.goldenpath.example.stack.token;

/** The issuer's public keys could not be fetched, so no verdict on a token is possible. */
public final class KeysUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public KeysUnavailableException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
