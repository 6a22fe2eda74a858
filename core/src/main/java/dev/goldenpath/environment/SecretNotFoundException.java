package dev.goldenpath.environment;

/**
 * A {@link SecretSource} has no secret of the name it is asked for. It has no message: Golden Path says which source it
 * was, and where in the file its secret is wanted.
 *
 * @since 0.1.0
 */
public final class SecretNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** There is no such secret. */
    public SecretNotFoundException() {
        super();
    }
}
