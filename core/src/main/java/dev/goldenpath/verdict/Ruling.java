package dev.goldenpath.verdict;

import dev.goldenpath.evidence.Fact;
import java.util.List;

/**
 * The referee's ruling for a pass.
 *
 * @param grade how well it is proven
 * @param facts what it rests on
 * @since 0.1.0
 */
public record Ruling(Grade grade, List<Fact> facts) {

    /** Copies the facts. */
    public Ruling {
        facts = List.copyOf(facts);
    }
}
