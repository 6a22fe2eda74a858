package dev.goldenpath.verdict;

import java.util.List;

/**
 * What the gate says of a run.
 *
 * @param rates by priority, the overall one last
 * @param reasons why it is red, a sentence each; none where it is green
 * @since 0.1.0
 */
public record GateRuling(List<GateRate> rates, List<String> reasons) {

    /** Copies the lists. */
    public GateRuling {
        rates = List.copyOf(rates);
        reasons = List.copyOf(reasons);
    }

    /** Whether the run is good enough. */
    public boolean isGreen() {
        return reasons.isEmpty();
    }
}
