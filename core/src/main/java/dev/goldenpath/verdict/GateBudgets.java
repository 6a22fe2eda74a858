package dev.goldenpath.verdict;

import dev.goldenpath.environment.GateSettings;
import dev.goldenpath.environment.TestBudget;
import dev.goldenpath.evidence.Audit;
import dev.goldenpath.evidence.Bypass;
import dev.goldenpath.verdict.GateReason.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges all that a gate may ask for besides pass rates; what it does not ask for is left out. */
final class GateBudgets {
    private final GateFigures figures;
    private final List<GateBudget> budgets = new ArrayList<>();

    private GateBudgets(GateFigures figures) {
        this.figures = figures;
    }

    /** Of a run of at least one test. */
    static List<GateBudget> judge(GateSettings gate, GateFigures figures) {
        GateBudgets judged = new GateBudgets(figures);
        if (gate.revenueAtRisk() != null) {
            judged.revenue(gate.revenueAtRisk());
        }
        if (gate.flaky() != null) {
            judged.tests("flaky", figures.flaky(), gate.flaky(), " passed only at a later attempt", "may");
        }
        if (gate.skipped() != null) {
            int skipped = figures.count(Verdict.SKIPPED);
            judged.tests(
                    "skipped", skipped, gate.skipped(), (skipped == 1 ? " is " : " are ") + Verdict.SKIPPED, "may be");
        }
        if (gate.audit() != null) {
            judged.audit(gate.audit());
        }
        if (gate.markers() != null) {
            judged.markers(gate.markers());
        }
        if (gate.bypasses() != null) {
            judged.bypasses(gate, gate.bypasses());
        }
        return judged.budgets;
    }

    private void revenue(BigDecimal allowed) {
        RevenueAtRisk risk = figures.revenue();
        String currency = risk.currency();
        String amount = GateNumbers.amount(risk.amount());
        String limit = GateNumbers.amount(allowed);
        GateReason missed = null;
        if (risk.amount().compareTo(allowed) > 0) {
            missed = new GateReason(
                    kind(risk, allowed),
                    "revenue-at-risk: " + amount + " " + currency + " per month is unverified (" + named(risk)
                            + "), and at most " + limit + " may be.");
        }
        add("revenue-at-risk", amount + " " + currency, "at most " + limit, missed);
    }

    /** That of the tests that did not pass, unless what no test protects is too much on its own. */
    private static Kind kind(RevenueAtRisk risk, BigDecimal allowed) {
        Kind ofTests = risk.tests().kind();
        boolean already = RevenueAtRisk.sum(risk.unprotected().values()).compareTo(allowed) > 0;
        return already && Kind.GATE.compareTo(ofTests) < 0 ? Kind.GATE : ofTests;
    }

    private static String named(RevenueAtRisk risk) {
        Stream<String> unverified = risk.unverified().entrySet().stream().map(GateBudgets::amount);
        Stream<String> unprotected = risk.unprotected().entrySet().stream().map(entry -> amount(entry) + " by no test");
        return Stream.concat(unverified, unprotected).collect(Collectors.joining("; "));
    }

    private static String amount(Map.Entry<String, BigDecimal> entry) {
        return entry.getKey() + " " + GateNumbers.amount(entry.getValue());
    }

    private void tests(String name, int count, TestBudget budget, String are, String may) {
        int planned = figures.planned();
        String share = budget.percent() == null ? "" : " (" + GateNumbers.share(count, planned, RoundingMode.UP) + ")";
        add(
                name,
                count + " of " + planned + share,
                "at most " + budget.words(),
                budget.allows(count, planned)
                        ? null
                        : new GateReason(
                                Kind.GATE,
                                name + ": " + count + " of " + planned + " planned tests" + are + share
                                        + ", and at most " + budget.words() + " " + may + "."));
    }

    private void audit(BigDecimal least) {
        Audit audit = figures.audit();
        int clean = audit.clean().size();
        int all = clean + audit.flawed().size();
        String percent = GateNumbers.percent(least);
        GateReason missed = null;
        if (all == 0) {
            missed = new GateReason(Kind.POLICY, "audit: no class was audited, and " + percent + " must be clean.");
        } else if (!GateNumbers.reaches(clean, all, least)) {
            missed = new GateReason(
                    Kind.POLICY,
                    "audit: " + audit.score() + " (" + GateNumbers.share(clean, all, RoundingMode.DOWN) + "), and "
                            + percent + " must be. worklog.md lists what was found in the others.");
        }
        String share = all == 0 ? "" : " (" + GateNumbers.share(clean, all, RoundingMode.DOWN) + ")";
        add("audit", clean + " of " + all + share, "at least " + percent, missed);
    }

    private void markers(int allowed) {
        int marked = figures.marked();
        add(
                "markers",
                Integer.toString(marked),
                "at most " + allowed,
                marked <= allowed
                        ? null
                        : new GateReason(
                                Kind.POLICY,
                                "markers: " + marked + (marked == 1 ? " test" : " tests")
                                        + " met an answer with a payload marker, and at most " + allowed
                                        + " may. Find out what answers in place of the service: the run log has"
                                        + " 'markers' at each such answer."));
    }

    private void bypasses(GateSettings gate, List<String> tolerated) {
        Set<String> used = names(figures.bypasses().stream());
        Set<String> others = names(figures.bypasses().stream().filter(bypass -> !gate.tolerates(bypass.bareName())));
        boolean one = others.size() == 1;
        add(
                "bypasses",
                joined(used),
                joined(tolerated),
                others.isEmpty()
                        ? null
                        : new GateReason(
                                Kind.POLICY,
                                "bypasses: " + joined(others) + (one ? " was" : " were") + " in use, and "
                                        + (one ? "is" : "are") + " not tolerated. Test without " + (one ? "it" : "them")
                                        + ", or list " + (one ? "it" : "them") + " below gate.bypasses."));
    }

    private static Set<String> names(Stream<Bypass> bypasses) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        bypasses.map(Bypass::name).sorted().forEach(names::add);
        return names;
    }

    private static String joined(Iterable<String> names) {
        String joined = String.join(", ", names);
        return joined.isEmpty() ? "none" : joined;
    }

    private void add(String name, String actual, String allowed, @Nullable GateReason missed) {
        budgets.add(new GateBudget(name, actual, allowed, missed));
    }
}
