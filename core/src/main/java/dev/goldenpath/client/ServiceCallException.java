package dev.goldenpath.client;

import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.Fact;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call to a service was refused or broke: no whole response arrived. In a test it makes the test FAILED.
 *
 * @since 0.1.0
 */
public final class ServiceCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String headline;
    // Java's own serialization would need it in a form of its own, and nobody reads it there.
    private final transient @Nullable CallFailure failure;

    /** An exception whose message is {@code headline} and below it the facts. */
    public ServiceCallException(String headline, List<Fact> facts, Throwable cause) {
        this(headline, facts, cause, null);
    }

    /** As above, for a call of which the evidence says how it broke. */
    public ServiceCallException(String headline, List<Fact> facts, Throwable cause, @Nullable CallFailure failure) {
        super(Fact.message(headline, facts), cause);
        this.headline = headline;
        this.failure = failure;
    }

    /** An exception without a cause of its own: the service answered, and what it said was a refusal. */
    public ServiceCallException(String headline, List<Fact> facts) {
        super(Fact.message(headline, facts));
        this.headline = headline;
        this.failure = null;
    }

    /** The first line of the message: what was called and what happened. */
    public String headline() {
        return headline;
    }

    /** How it broke, as the evidence says; empty where a service answered with a refusal. */
    public Optional<CallFailure> failure() {
        return Optional.ofNullable(failure);
    }
}
