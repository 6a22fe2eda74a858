package dev.goldenpath.verdict;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides whether a whole run is good enough. It counts in whole tests: a rate is reached when {@code passed × 100 ≥
 * required × planned}. Stateless.
 *
 * @since 0.1.0
 */
public final class Gate {
    private static final String OVERALL = "overall";
    private static final String MOST_IMPORTANT = "P1";

    private Gate() {}

    /**
     * Judges a run.
     *
     * @param required pass rates in percent, by priority or {@code overall}; where there are none at all, every test that
     *     was not skipped must have passed
     * @param tallies of the run's tests, by priority
     * @param broken what makes the run red whatever its tests say, a sentence each
     */
    public static GateRuling judge(Map<String, BigDecimal> required, Map<String, Tally> tallies, List<String> broken) {
        Tally overall = Tally.sum(tallies.values());
        List<GateRate> rates = new ArrayList<>();
        new TreeMap<>(tallies).forEach((name, tally) -> rates.add(new GateRate(name, tally, required.get(name))));
        rates.add(new GateRate(OVERALL, overall, required.get(OVERALL)));

        List<String> reasons = new ArrayList<>(broken);
        if (overall.planned() == 0) {
            reasons.add("No golden-path test was planned, so nothing was tested.");
            return new GateRuling(rates, reasons);
        }
        rates.stream().flatMap(rate -> rate.shortfall().stream()).forEach(reasons::add);
        if (required.isEmpty()) {
            for (Verdict verdict : List.of(Verdict.FAILED, Verdict.BLOCKED, Verdict.ERROR)) {
                none(overall, verdict, "with no 'gate' in goldenpath.yaml, every test that is not skipped must pass.")
                        .ifPresent(reasons::add);
            }
        }
        none(overall, Verdict.SUSPECT, "a pass without evidence is none.").ifPresent(reasons::add);
        none(overall, Verdict.MISSING, "what was planned must be reported.").ifPresent(reasons::add);
        none(tallies.getOrDefault(MOST_IMPORTANT, Tally.NONE), Verdict.SKIPPED, "no P1 test may be.")
                .ifPresent(reasons::add);
        if (reasons.isEmpty() && overall.count(Verdict.PASSED) == 0) {
            reasons.add("None of " + overall.planned() + " planned tests passed, so nothing was tested.");
        }
        return new GateRuling(rates, reasons);
    }

    private static Optional<String> none(Tally tally, Verdict verdict, String rule) {
        int count = tally.count(verdict);
        return count == 0
                ? Optional.empty()
                : Optional.of(count + (count == 1 ? " test is " : " tests are ") + verdict + ": " + rule);
    }
}
