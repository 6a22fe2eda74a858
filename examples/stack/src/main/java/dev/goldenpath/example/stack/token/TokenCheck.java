package dev.goldenpath.example.stack.token;

/** Decides whether an access token can be trusted. */
@FunctionalInterface
public interface TokenCheck {
    /**
     * Returns what the token says if it can be trusted.
     *
     * @throws KeysUnavailableException if the keys cannot be fetched
     */
    AccessToken verify(String token) throws InvalidTokenException;
}
