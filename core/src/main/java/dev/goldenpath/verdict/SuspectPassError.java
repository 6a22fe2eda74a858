package dev.goldenpath.verdict;

import dev.goldenpath.evidence.Fact;
import java.util.List;

/**
 * A test passed, and the evidence does not support it.
 *
 * @since 0.1.0
 */
public final class SuspectPassError extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final transient List<Fact> facts;

    /** An error whose message is {@code headline} and below it the facts. */
    public SuspectPassError(String headline, List<Fact> facts) {
        super(Fact.message(headline, facts));
        this.facts = List.copyOf(facts);
    }

    /** What was seen. */
    public List<Fact> facts() {
        return facts;
    }
}
