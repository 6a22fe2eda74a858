package dev.goldenpath.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many of a set of tests got which verdict. Immutable.
 *
 * @param planned all of them
 * @param counts by verdict; one that nobody got is absent
 * @since 0.1.0
 */
public record Tally(int planned, Map<Verdict, Integer> counts) {
    /** Of no test at all. */
    public static final Tally NONE = new Tally(0, Map.of());

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Copies the counts. */
    public Tally {
        counts = Map.copyOf(counts);
    }

    /** Counts verdicts, one a test. */
    public static Tally of(Collection<Verdict> verdicts) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        verdicts.forEach(verdict -> counts.merge(verdict, 1, Integer::sum));
        return new Tally(verdicts.size(), counts);
    }

    /** All of them together. */
    public static Tally sum(Collection<Tally> tallies) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        tallies.forEach(tally -> tally.counts.forEach((verdict, count) -> counts.merge(verdict, count, Integer::sum)));
        return new Tally(tallies.stream().mapToInt(Tally::planned).sum(), counts);
    }

    /** How many got this verdict. */
    public int count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0);
    }

    /** PASSED ÷ planned in percent, rounded down to one digit, so that only all of them are 100.0; 0.0 of none. */
    public BigDecimal passRate() {
        return planned == 0
                ? BigDecimal.ZERO.setScale(1)
                : BigDecimal.valueOf(count(Verdict.PASSED))
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(planned), 1, RoundingMode.DOWN);
    }
}
