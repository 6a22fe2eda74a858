package dev.goldenpath.client;

import dev.goldenpath.evidence.Fact;
import java.util.List;

/**
 * A call to a service was refused or broke: no whole response arrived. In a test it makes the test FAILED.
 *
 * @since 0.1.0
 */
public final class ServiceCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String headline;

    /** An exception whose message is {@code headline} and below it the facts. */
    public ServiceCallException(String headline, List<Fact> facts, Throwable cause) {
        super(Fact.message(headline, facts), cause);
        this.headline = headline;
    }

    /** An exception without a cause of its own: the service answered, and what it said was a refusal. */
    public ServiceCallException(String headline, List<Fact> facts) {
        super(Fact.message(headline, facts));
        this.headline = headline;
    }

    /** The first line of the message: what was called and what happened. */
    public String headline() {
        return headline;
    }
}
