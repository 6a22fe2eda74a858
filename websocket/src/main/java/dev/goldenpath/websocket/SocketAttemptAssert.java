package dev.goldenpath.websocket;

import dev.goldenpath.evidence.CallFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about a {@link SocketAttempt}. A failure shows the address, the user and what came of the handshake,
 * redacted.
 *
 * @since 0.1.0
 */
public final class SocketAttemptAssert extends AbstractAssert<SocketAttemptAssert, SocketAttempt> {

    SocketAttemptAssert(SocketAttempt actual) {
        super(actual, SocketAttemptAssert.class);
    }

    /** Verifies the HTTP status of the answer to the handshake; 101 is the status of an accepted one. */
    public SocketAttemptAssert hasStatus(int expected) {
        SocketAttempt attempt = attempt();
        OptionalInt status = attempt.status();
        if (status.isEmpty()) {
            failWithMessage("%s", attempt.message("Expected status " + expected + ", but there was no answer."));
        } else if (status.getAsInt() != expected) {
            throw failureWithActualExpected(
                    status.getAsInt(),
                    expected,
                    "%s",
                    attempt.message("Expected status " + expected + ", but it was " + status.getAsInt() + "."));
        }
        return this;
    }

    /** Verifies that the service answered, and opened no session. A service that cannot be reached has not refused. */
    public SocketAttemptAssert wasRefused() {
        SocketAttempt attempt = attempt();
        if (attempt.session().isPresent()) {
            failWithMessage("%s", attempt.message("Expected a refusal, but the service opened a session."));
        }
        if (attempt.status().isEmpty()) {
            failWithMessage("%s", attempt.message("Expected a refusal, but there was no answer."));
        }
        return this;
    }

    /** Verifies that a session was opened. */
    public SocketAttemptAssert wasAccepted() {
        SocketAttempt attempt = attempt();
        if (attempt.session().isEmpty()) {
            failWithMessage("%s", attempt.message("Expected the service to open a session, but it did not."));
        }
        return this;
    }

    /** Verifies that one header of the answer, its name in any case, has this value. */
    public SocketAttemptAssert hasHeader(String name, String value) {
        SocketAttempt attempt = attempt();
        String actualValue = attempt.header(name).orElse(null);
        if (!value.equals(actualValue)) {
            failWithMessage(
                    "%s",
                    attempt.message("Expected the header " + name + " to be as given, but "
                            + (actualValue == null ? "there is none." : "it has another value.")));
        }
        return this;
    }

    /** Verifies that the service asks to wait this long before another attempt, in seconds. */
    public SocketAttemptAssert hasRetryAfter(Duration expected) {
        SocketAttempt attempt = attempt();
        Optional<Duration> retryAfter = attempt.retryAfter();
        if (!retryAfter.equals(Optional.of(expected))) {
            failWithMessage(
                    "%s",
                    attempt.message("Expected Retry-After to be " + Periods.inWords(expected) + ", but "
                            + retryAfter
                                    .map(seen -> "it was " + Periods.inWords(seen) + ".")
                                    .orElse("there is none.")));
        }
        return this;
    }

    /** Verifies that no session came about because this broke; a refusal with a status is none of them. */
    public SocketAttemptAssert brokeWith(CallFailure.Kind expected) {
        SocketAttempt attempt = attempt();
        Optional<CallFailure.Kind> kind = attempt.failure().map(CallFailure::kind);
        if (!kind.equals(Optional.of(expected))) {
            failWithMessage(
                    "%s",
                    attempt.message("Expected the handshake to break with " + expected + ", but "
                            + kind.map(seen -> "it broke with " + seen + ".").orElse("it did not break.")));
        }
        return this;
    }

    private SocketAttempt attempt() {
        isNotNull();
        actual.cite();
        return actual;
    }
}
