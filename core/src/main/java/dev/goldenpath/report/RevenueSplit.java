package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The revenue that a run verified and the rest. Each name counts once, at the most important priority that protects it,
 * and is verified only if all tests that protect it passed.
 */
final class RevenueSplit {
    private final LoggedRun run;
    private final Map<String, List<LoggedTest>> protecting = new HashMap<>();

    RevenueSplit(LoggedRun run) {
        this.run = run;
        for (LoggedTest test : run.tests()) {
            for (String name : Set.copyOf(test.plan().protects())) {
                protecting.computeIfAbsent(name, first -> new ArrayList<>()).add(test);
            }
        }
    }

    boolean isDeclared() {
        return !run.revenue().monthly().isEmpty();
    }

    /** What tests of this priority verified. */
    BigDecimal verified(String priority) {
        return sum(priority, true);
    }

    /** What tests of this priority protect and did not verify. */
    BigDecimal unverified(String priority) {
        return sum(priority, false);
    }

    BigDecimal verified() {
        return run.revenue().monthly().keySet().stream()
                .filter(this::isVerified)
                .map(run.revenue().monthly()::get)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal unverified() {
        return run.revenue().monthly().values().stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(verified());
    }

    /** The names that no test of this run protects. */
    List<String> unprotected() {
        return run.revenue().monthly().keySet().stream()
                .filter(name -> protecting(name).isEmpty())
                .toList();
    }

    /** What these tests of a run protect, each name once. */
    static BigDecimal protectedBy(LoggedRun run, List<LoggedTest> tests) {
        return run.revenue().monthly().entrySet().stream()
                .filter(entry ->
                        tests.stream().anyMatch(test -> test.plan().protects().contains(entry.getKey())))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal sum(String priority, boolean verified) {
        return run.revenue().monthly().entrySet().stream()
                .filter(entry -> !protecting(entry.getKey()).isEmpty())
                .filter(entry -> mostImportant(entry.getKey()).equals(priority))
                .filter(entry -> isVerified(entry.getKey()) == verified)
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean isVerified(String name) {
        List<LoggedTest> protecting = protecting(name);
        return !protecting.isEmpty() && protecting.stream().allMatch(test -> test.verdict() == Verdict.PASSED);
    }

    /** {@code P1} to {@code P6} sort by importance, and {@code none} comes behind them. */
    private String mostImportant(String name) {
        return protecting(name).stream()
                .map(test -> test.plan().priority())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private List<LoggedTest> protecting(String name) {
        return protecting.getOrDefault(name, List.of());
    }
}
