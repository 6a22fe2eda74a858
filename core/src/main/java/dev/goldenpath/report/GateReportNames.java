package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.GateBudget;
import dev.goldenpath.verdict.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Names the tests that have spent a budget: no other part of the gate's text does. */
final class GateReportNames {
    private static final int SHOWN = 5;

    private GateReportNames() {}

    /** Lines that end with a line end, for each budget that was missed; empty where none was by tests of its own. */
    static String of(LoggedRun run, List<GateBudget> budgets) {
        return budgets.stream()
                .filter(budget -> !budget.isKept())
                .map(budget -> switch (budget.name()) {
                    case "flaky" -> group("FLAKY", run, LoggedTest::isFlaky);
                    case "skipped" -> group("SKIPPED", run, test -> test.verdict() == Verdict.SKIPPED);
                    case "markers" -> group("MARKED", run, LoggedTest::isMarked);
                    default -> "";
                })
                .collect(Collectors.joining());
    }

    private static String group(String word, LoggedRun run, Predicate<LoggedTest> spent) {
        List<String> names =
                run.tests().stream().filter(spent).map(NotPassed::nameOf).toList();
        int shown = names.size() <= SHOWN ? names.size() : SHOWN - 1;
        String more = names.size() == shown ? "" : "        … (" + (names.size() - shown) + " more)\n";
        return String.format(Locale.ROOT, "%-8s", word) + names.size() + (names.size() == 1 ? " test" : " tests") + "\n"
                + names.stream()
                        .limit(shown)
                        .map(name -> "        - " + name + "\n")
                        .collect(Collectors.joining())
                + more;
    }
}
