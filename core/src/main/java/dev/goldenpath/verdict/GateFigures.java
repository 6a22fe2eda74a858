package dev.goldenpath.verdict;

import dev.goldenpath.evidence.Audit;
import dev.goldenpath.evidence.Bypass;
import java.util.List;
import java.util.Map;

/**
 * What of a run the gate judges.
 *
 * @param tests of the run, by priority
 * @param flaky how many passed after an attempt that did not
 * @param revenue what is at risk
 * @param audit which classes were looked at
 * @param marked how many tests met an answer with a payload marker, in any attempt
 * @param bypasses that were in use
 * @param broken what makes the run red whatever its tests say
 * @param part whether this is only a part of a run, which may have no test
 * @since 0.1.0
 */
public record GateFigures(
        Map<String, TestGroup> tests,
        int flaky,
        RevenueAtRisk revenue,
        Audit audit,
        int marked,
        List<Bypass> bypasses,
        List<GateReason> broken,
        boolean part) {

    /** Of a whole run. */
    public GateFigures(
            Map<String, TestGroup> tests,
            int flaky,
            RevenueAtRisk revenue,
            Audit audit,
            int marked,
            List<Bypass> bypasses,
            List<GateReason> broken) {
        this(tests, flaky, revenue, audit, marked, bypasses, broken, false);
    }

    /** Copies the collections. */
    public GateFigures {
        tests = Map.copyOf(tests);
        bypasses = List.copyOf(bypasses);
        broken = List.copyOf(broken);
    }

    /** How many tests were planned. */
    int planned() {
        return TestGroup.sum(tests.values()).tally().planned();
    }

    /** How many got this verdict. */
    int count(Verdict verdict) {
        return TestGroup.sum(tests.values()).tally().count(verdict);
    }
}
