package dev.goldenpath.readiness;

/**
 * What is known of whether a service knows its caller as the test user.
 *
 * @param outcome whether it does
 * @param words the same as one fact, redacted
 * @since 0.1.0
 */
public record IdentityAnswer(Outcome outcome, String words) {

    /** Whether a service knows its caller as the test user. */
    public enum Outcome {
        /** It says that the caller is this user. */
        CONFIRMED,
        /** It says that the caller is another, or answers without saying. */
        CONTRADICTED,
        /** It refuses the caller: 401 or 403. */
        REFUSED,
        /** It could not be asked: it did not answer, or with an error of its own. The next check asks again. */
        UNKNOWN,
        /** It declares no {@code identity}. */
        NOT_DECLARED
    }

    /** Whether what is known speaks against the caller being the test user. */
    public boolean isAgainst() {
        return outcome == Outcome.CONTRADICTED || outcome == Outcome.REFUSED;
    }
}
