package dev.goldenpath.report;

import dev.goldenpath.runlog.Circumstances;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The worklog's section of what was run, in which order, what was left out, and what was asked of it. */
final class WorklogStrategy {
    private static final int REASONS = 10;

    private final RunAccount account;
    private final LoggedRun run;
    private final BulletList list = new BulletList();

    private WorklogStrategy(RunAccount account) {
        this.account = account;
        this.run = account.run();
    }

    static String of(RunAccount account) {
        WorklogStrategy strategy = new WorklogStrategy(account);
        strategy.list.codes("Selection", new RunOrigin(account.run()).selections());
        strategy.planned();
        strategy.leftOut();
        strategy.order();
        strategy.again();
        strategy.gate();
        return strategy.list.toString();
    }

    private void planned() {
        long unstarted =
                run.tests().stream().filter(test -> test.attempts().isEmpty()).count();
        long skipped = count(Verdict.SKIPPED);
        long missing = count(Verdict.MISSING);
        long blocked = count(Verdict.BLOCKED);
        list.add(
                "Planned",
                Counted.of(run.tests().size(), "test") + ": "
                        + Counted.of(run.tests().size() - skipped - missing - blocked) + " came to a result, "
                        + (blocked > 0 ? Counted.of(blocked) + " blocked, " : "") + Counted.of(skipped) + " skipped, "
                        + Counted.of(missing) + " never reported"
                        + (unstarted > 0 ? " (" + Counted.of(unstarted) + " of them never began)" : ""));
    }

    private long count(Verdict verdict) {
        return run.tests().stream().filter(test -> test.verdict() == verdict).count();
    }

    /** The reasons of skips, that of most tests first. */
    private void leftOut() {
        Map<String, Long> reasons = run.tests().stream()
                .filter(test -> test.verdict() == Verdict.SKIPPED)
                .collect(Collectors.groupingBy(
                        test -> test.message().orElse(""), LinkedHashMap::new, Collectors.counting()));
        if (reasons.isEmpty()) {
            return;
        }
        int more = reasons.size() - REASONS;
        list.add(
                "Skipped",
                reasons.entrySet().stream()
                                .sorted(Map.Entry.<String, Long>comparingByValue()
                                        .reversed())
                                .limit(REASONS)
                                .map(each -> Counted.of(each.getValue(), "test") + ", "
                                        + (each.getKey().isEmpty() ? "without a reason" : Markdown.code(each.getKey())))
                                .collect(Collectors.joining("; "))
                        + (more > 0 ? "; and for " + Counted.of(more, "more reason") : ""));
    }

    /** When the tests of each priority ran, as they came. */
    private void order() {
        Map<String, Instant> first = new TreeMap<>();
        Map<String, Instant> last = new TreeMap<>();
        for (LoggedTest test : run.tests()) {
            for (LoggedAttempt attempt : test.attempts()) {
                Circumstances when = attempt.circumstances();
                if (when.startedAt() != null && when.endedAt() != null) {
                    first.merge(test.plan().priority(), when.startedAt(), (a, b) -> a.isBefore(b) ? a : b);
                    last.merge(test.plan().priority(), when.endedAt(), (a, b) -> a.isAfter(b) ? a : b);
                }
            }
        }
        if (!first.isEmpty()) {
            list.add(
                    "Order",
                    first.entrySet().stream()
                                    .sorted(Map.Entry.comparingByValue())
                                    .map(each -> Markdown.text(each.getKey()) + " from " + TimeOfDay.of(each.getValue())
                                            + " to "
                                            + TimeOfDay.of(Objects.requireNonNull(last.get(each.getKey()))))
                                    .collect(Collectors.joining(", "))
                            + " UTC");
        }
    }

    private void again() {
        List<LoggedTest> again =
                run.tests().stream().filter(test -> test.attempts().size() > 1).toList();
        long passed = again.stream().filter(LoggedTest::isFlaky).count();
        list.add(
                "Run again",
                again.isEmpty()
                        ? "no test"
                        : Counted.of(again.size(), "test") + ", "
                                + Counted.of(
                                        again.stream()
                                                .mapToInt(
                                                        test -> test.attempts().size())
                                                .sum(),
                                        "attempt")
                                + " in all; " + Counted.of(passed) + " passed at last");
    }

    private void gate() {
        List<String> demands = new ArrayList<>();
        new TreeMap<>(run.gate().rates())
                .forEach((name, rate) -> demands.add(
                        Markdown.text(name) + " " + rate.stripTrailingZeros().toPlainString() + " %"));
        if (demands.isEmpty()) {
            demands.add("that every test that is not skipped passes");
        }
        account.gate().budgets().forEach(budget -> demands.add(budget.name() + " " + Markdown.text(budget.allowed())));
        list.add("The gate demands", String.join(", ", demands));
    }
}
