package dev.goldenpath.verdict;

import dev.goldenpath.verdict.GateReason.Kind;
import java.util.List;
import java.util.Optional;

/**
 * What the gate says of a run.
 *
 * @param rates by priority, the overall one last
 * @param budgets what else the gate asks for; none where nothing was tested
 * @param reasons why it is red; none where it is green
 * @since 0.1.0
 */
public record GateRuling(List<GateRate> rates, List<GateBudget> budgets, List<GateReason> reasons) {

    /** Copies the lists. */
    public GateRuling {
        rates = List.copyOf(rates);
        budgets = List.copyOf(budgets);
        reasons = List.copyOf(reasons);
    }

    /** Whether the run is good enough. */
    public boolean isGreen() {
        return reasons.isEmpty();
    }

    /** Whose matter it is that the run is red, the first that counts; empty where it is green. */
    public Optional<Kind> kind() {
        return kinds().stream().findFirst();
    }

    /** All whose matter it is, each once, in their order. */
    public List<Kind> kinds() {
        return reasons.stream().map(GateReason::kind).distinct().sorted().toList();
    }
}
