package dev.goldenpath.auth;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * No token was issued.
 *
 * @param reason what kind of failure
 * @param headline who wanted what
 * @param facts what was observed, redacted
 * @param cause the broken call, absent when the service answered
 */
record IssueFailure(
        Reason reason,
        String headline,
        List<Fact> facts,
        @Nullable ServiceCallException cause) implements IssueOutcome, Asked {

    /** Kinds of failure. */
    enum Reason {
        /** The service said no to what it was sent. */
        REFUSED,
        /** The service agreed, and its answer holds no token where the configuration says. */
        UNREADABLE,
        /** There was no answer to the question itself. */
        BROKEN;

        /** Whether asking again is of no use. */
        boolean lasting() {
            return this != BROKEN;
        }
    }

    IssueFailure {
        facts = List.copyOf(facts);
    }

    /** What could not even be asked for, because something that has to come before is not there. */
    static IssueFailure of(EnvironmentNotReadyException missing) {
        return new IssueFailure(Reason.BROKEN, missing.rootCause(), missing.facts(), null);
    }

    /**
     * A new exception for each caller, so that each shows its own stack trace: the environment is not as the tests need
     * it, or the configuration is wrong about it.
     */
    RuntimeException exception() {
        RuntimeException exception = reason == Reason.UNREADABLE
                ? new ConfigurationException(Fact.message(headline, facts), List.of())
                : new EnvironmentNotReadyException(headline, facts);
        if (cause != null) {
            exception.initCause(cause);
        }
        return exception;
    }
}
