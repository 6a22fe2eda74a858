package dev.goldenpath.verdict;

import dev.goldenpath.environment.GateSettings;
import dev.goldenpath.verdict.GateReason.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides whether a whole run is good enough. It counts in whole tests: a rate is reached when {@code passed × 100 ≥
 * required × planned}. Where KNOWN tests are tolerated, they are not among the planned ones. Stateless.
 *
 * @since 0.1.0
 */
public final class Gate {
    private static final String OVERALL = "overall";
    private static final String MOST_IMPORTANT = "P1";
    private static final String ALL_MUST_PASS =
            "with no pass rate below 'gate' in goldenpath.yaml, every test that is not skipped must pass.";

    private static final String KNOWN_COUNTS = " With gate.known: tolerate, known issues are left out.";

    private final GateFigures figures;
    private final TestGroup overall;
    private final List<GateReason> reasons;

    private Gate(GateFigures figures) {
        this.figures = figures;
        this.overall = TestGroup.sum(figures.tests().values());
        this.reasons = new ArrayList<>(figures.broken());
    }

    /**
     * Judges a run.
     *
     * @param asked what the run must reach; where there is no pass rate at all, every test that was not skipped must have
     *     passed
     */
    public static GateRuling judge(GateSettings asked, GateFigures figures) {
        return new Gate(figures).judge(asked);
    }

    private GateRuling judge(GateSettings asked) {
        List<GateRate> rates = new ArrayList<>();
        List<GateReason> missed = new ArrayList<>();
        Map<String, TestGroup> groups = new TreeMap<>(figures.tests());
        groups.forEach((name, group) -> rates.add(rate(name, group, asked, missed)));
        rates.add(rate(OVERALL, overall, asked, missed));
        if (overall.tally().planned() == 0) {
            if (!figures.part()) {
                add(Kind.NO_TESTS, "No golden-path test was planned, so nothing was tested.");
            }
            return new GateRuling(rates, List.of(), reasons);
        }
        reasons.addAll(missed);
        if (asked.rates().isEmpty()) {
            none(overall, Verdict.FAILED, Kind.FAILURES, ALL_MUST_PASS);
            if (!asked.toleratesKnown()) {
                none(overall, Verdict.KNOWN, Kind.GATE, ALL_MUST_PASS + KNOWN_COUNTS);
            }
            none(overall, Verdict.BLOCKED, Kind.ENVIRONMENT, ALL_MUST_PASS);
            none(overall, Verdict.ERROR, overall.hasErrors() ? Kind.FAILURES : Kind.CONFIGURATION, ALL_MUST_PASS);
        }
        none(overall, Verdict.SUSPECT, Kind.POLICY, "a pass without evidence is none.");
        none(overall, Verdict.MISSING, Kind.GATE, "what was planned must be reported.");
        TestGroup first = groups.getOrDefault(MOST_IMPORTANT, new TestGroup(Tally.NONE, 0));
        none(first, Verdict.SKIPPED, Kind.GATE, "no P1 test may be.");
        List<GateBudget> budgets = GateBudgets.judge(asked, figures);
        budgets.forEach(budget -> budget.reason().ifPresent(reasons::add));
        if (!figures.part() && reasons.isEmpty() && overall.tally().count(Verdict.PASSED) == 0) {
            int planned = overall.tally().planned();
            add(
                    overall.tally().count(Verdict.SKIPPED) == planned ? Kind.NO_TESTS : overall.kind(),
                    "None of " + planned + " planned tests passed, so nothing was tested.");
        }
        return new GateRuling(rates, budgets, reasons);
    }

    private static GateRate rate(String name, TestGroup group, GateSettings asked, List<GateReason> missed) {
        GateRate rate = new GateRate(name, group.tally(), asked.rates().get(name), asked.toleratesKnown());
        rate.shortfall().ifPresent(words -> missed.add(new GateReason(group.kind(), words)));
        return rate;
    }

    private void none(TestGroup group, Verdict verdict, Kind kind, String rule) {
        int count = group.tally().count(verdict);
        if (count > 0) {
            add(kind, count + (count == 1 ? " test is " : " tests are ") + verdict + ": " + rule);
        }
    }

    private void add(Kind kind, String words) {
        reasons.add(new GateReason(kind, words));
    }
}
