package dev.goldenpath.verdict;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pass rate that the gate looked at.
 *
 * @param name a priority, or {@code overall}
 * @param tally of its tests
 * @param required in percent, absent where none is
 * @param toleratesKnown whether the rate leaves out the tests that are KNOWN
 * @since 0.1.0
 */
public record GateRate(String name, Tally tally, @Nullable BigDecimal required, boolean toleratesKnown) {
    /** Shortens {@code 95.0} to {@code 95}. */
    public GateRate {
        required = required == null ? null : required.stripTrailingZeros();
    }

    /** By what a required rate was missed; empty where it was reached, or none is required. */
    Optional<String> shortfall() {
        int passed = tally.count(Verdict.PASSED);
        if (required == null || GateNumbers.reaches(passed, counted(), required)) {
            return Optional.empty();
        }
        String leftOut = leftOut() == 0 ? "" : "; " + leftOut() + " KNOWN left out";
        return Optional.of(name + ": " + passed + " of " + counted() + " planned tests passed (" + passRate() + " %"
                + leftOut + "), and " + GateNumbers.percent(required) + " is required.");
    }

    /** Of how many tests it is the rate. */
    public int counted() {
        return tally.planned() - leftOut();
    }

    /** How many tests it leaves out. */
    public int leftOut() {
        return toleratesKnown ? tally.count(Verdict.KNOWN) : 0;
    }

    /** PASSED ÷ {@link #counted} in percent, as {@link Tally#passRate} has it. */
    public BigDecimal passRate() {
        return new Tally(counted(), tally.counts()).passRate();
    }

    /** Whether the required rate was reached; {@code true} where none is required. */
    public boolean isReached() {
        return shortfall().isEmpty();
    }
}
