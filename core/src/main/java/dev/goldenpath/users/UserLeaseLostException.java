package dev.goldenpath.users;

import dev.goldenpath.evidence.Fact;
import java.util.List;

/**
 * Somebody else may have used a leased user at the same time: what was done as this user proves nothing.
 *
 * @since 0.1.0
 */
public final class UserLeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String headline;
    private final transient List<Fact> facts;

    /** An exception whose message is {@code headline} and below it the facts. */
    UserLeaseLostException(String headline, List<Fact> facts) {
        super(Fact.message(headline, facts));
        this.headline = headline;
        this.facts = List.copyOf(facts);
    }

    /** The same once more, for the next who meets it. */
    UserLeaseLostException again() {
        return new UserLeaseLostException(headline, facts);
    }

    /** What was seen: why it is lost, and who has taken it. */
    public List<Fact> facts() {
        return facts;
    }
}
