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
 * @since 0.1.0
 */
public record GateRate(String name, Tally tally, @Nullable BigDecimal required) {
    /** Shortens {@code 95.0} to {@code 95}. */
    public GateRate {
        required = required == null ? null : required.stripTrailingZeros();
    }

    /** By what a required rate was missed; empty where it was reached, or none is required. */
    Optional<String> shortfall() {
        int passed = tally.count(Verdict.PASSED);
        if (required == null || GateNumbers.reaches(passed, tally.planned(), required)) {
            return Optional.empty();
        }
        return Optional.of(name + ": " + passed + " of " + tally.planned() + " planned tests passed ("
                + tally.passRate() + " %), and " + GateNumbers.percent(required) + " is required.");
    }

    /** Whether the required rate was reached; {@code true} where none is required. */
    public boolean isReached() {
        return shortfall().isEmpty();
    }
}
