package dev.goldenpath.example.stack.credential;

/**
 * What a caller shows, not yet checked.
 *
 * @param kind what it is
 * @param value what was sent behind the name or the scheme; a secret
 */
public record Credential(Kind kind, String value) {
    /** The ways to prove oneself. */
    public enum Kind {
        /** An access token. */
        BEARER,
        /** Email and password, in Base64. */
        BASIC,
        /** A key for life. */
        API_KEY,
        /** The cookie of a session. */
        SESSION,
        /** What stands in the Authorization header under a scheme that there is not. */
        OTHER
    }

    /** Whether the value is text that can stand in a header. */
    public boolean isPlain() {
        return !value.isEmpty() && value.chars().allMatch(c -> c > ' ' && c <= '~');
    }

    @Override
    public String toString() {
        return kind.toString();
    }
}
