package dev.goldenpath.environment;

import dev.goldenpath.evidence.Fact;
import java.util.List;

/**
 * The environment, or a service a test depends on, is not there. Tests that meet it are BLOCKED: they say nothing about
 * the product.
 *
 * @since 0.1.0
 */
public final class EnvironmentNotReadyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rootCause;
    private final transient List<Fact> facts;

    /**
     * An exception whose message is {@code rootCause} and below it the facts.
     *
     * @param rootCause one line that names what is not ready; the same for every test it blocks
     */
    public EnvironmentNotReadyException(String rootCause, List<Fact> facts) {
        super(Fact.message(rootCause, facts));
        this.rootCause = rootCause;
        this.facts = List.copyOf(facts);
    }

    /** What was seen. */
    public List<Fact> facts() {
        return facts;
    }

    /** The one line that every blocked test shares. */
    public String rootCause() {
        return rootCause;
    }
}
