package dev.goldenpath.auth;

/**
 * Bad credentials that a service has to refuse, each in its own way: what {@link AuthMatrix} makes a call again with.
 *
 * @since 0.1.0
 */
public enum AuthCase {
    /** The call carries nothing at all that makes it anybody's. */
    NO_TOKEN("a missing token", "Let nobody in without credentials."),
    /** A text that was never issued. */
    GARBAGE("garbage for a token", "Refuse what it has not issued."),
    /** Expired an hour ago, and sound otherwise; needs {@code tokens.signing}. */
    EXPIRED("an expired token", "Check exp."),
    /** Valid in an hour, and sound otherwise; needs {@code tokens.signing}. */
    NOT_YET_VALID("a token that is not valid yet", "Check nbf."),
    /** Of another issuer, and sound otherwise; needs {@code tokens.signing}. */
    WRONG_ISSUER("a token of another issuer", "Check iss against the one issuer that it trusts."),
    /** For another audience, and sound otherwise; needs {@code tokens.signing}. */
    WRONG_AUDIENCE("a token for another audience", "Check that aud names this service."),
    /** Signed with a new key under the {@code kid} of the right one. */
    WRONG_KEY("a token signed with a wrong key", "Verify the signature with the key that the issuer publishes."),
    /** Signed with a new key under a {@code kid} that nobody knows. */
    UNKNOWN_KID(
            "a token with an unknown kid",
            "Verify the signature with the key of that kid, and refuse where there is none."),
    /** {@code alg: none}, and no signature. */
    ALG_NONE("a token with alg none", "Allow the algorithms that it signs with, and no other."),
    /** Signed with HS256, for whose secret the published key is taken; needs {@code tokens.keys} or {@code discovery}. */
    HS256_WITH_PUBLIC_KEY(
            "a token signed HS256 with the public key",
            "Allow the algorithms that it signs with, and never HS256 for a public key."),
    /** With the signature of the right one over what it no longer says. */
    TAMPERED("a tampered token", "Verify the signature, or look the whole value up."),
    /** The real ones of another declared user. */
    ANOTHER_USER("another user's token", "Check that what is asked for is the caller's own.");

    private final String words;
    private final String remedy;

    AuthCase(String words, String remedy) {
        this.words = words;
        this.remedy = remedy;
    }

    /** For people, such as {@code an expired token}. */
    public String words() {
        return words;
    }

    /** What the service has to do. */
    String remedy() {
        return remedy;
    }

    /** Whether it needs the key with which the project may sign. */
    boolean needsSigning() {
        return this == EXPIRED || this == NOT_YET_VALID || this == WRONG_ISSUER || this == WRONG_AUDIENCE;
    }

    /** Whether there is no such case but for a JSON Web Token. */
    boolean needsJwt() {
        return switch (this) {
            case NO_TOKEN, GARBAGE, TAMPERED, ANOTHER_USER -> false;
            default -> true;
        };
    }
}
