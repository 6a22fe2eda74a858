package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Tally;
import dev.goldenpath.verdict.Verdict;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The verdict table of a run, for a terminal, and below it what was not a pass.
 *
 * @since 0.1.0
 */
public final class ConsoleReport {
    private static final List<Verdict> COLUMNS =
            List.of(Verdict.PASSED, Verdict.FAILED, Verdict.BLOCKED, Verdict.SUSPECT, Verdict.ERROR, Verdict.SKIPPED);

    private static final String INDENT = "        ";
    private static final int LINES_SHOWN = 12;

    private final LoggedRun run;
    private final RevenueSplit revenue;

    private ConsoleReport(LoggedRun run) {
        this.run = run;
        this.revenue = new RevenueSplit(run);
    }

    /**
     * The report as text that ends with a line end.
     *
     * @param folder where the run logs are
     */
    public static String of(LoggedRun run, Path folder) {
        ConsoleReport report = new ConsoleReport(run);
        return "\n" + report.title() + "\n\n" + report.table() + report.notes() + report.others() + "\nRun log: "
                + folder.resolve("run-" + run.run() + "-*.jsonl") + "\n";
    }

    private String title() {
        String revisions = new TreeMap<>(run.revisions())
                .entrySet().stream()
                        .map(entry -> ", " + entry.getKey() + " at revision " + entry.getValue())
                        .collect(Collectors.joining());
        return "Golden Path verdicts"
                + run.environments().stream()
                        .map(name -> ", environment '" + name + "'")
                        .collect(Collectors.joining())
                + revisions;
    }

    private String table() {
        boolean missing = run.tests().stream().anyMatch(test -> test.verdict() == Verdict.MISSING);
        List<Verdict> columns = new ArrayList<>(COLUMNS);
        if (missing) {
            columns.add(Verdict.MISSING);
        }
        TextTable table = new TextTable();
        List<String> header = new ArrayList<>(List.of("", "planned"));
        columns.forEach(verdict -> header.add(verdict.name().toLowerCase(Locale.ROOT)));
        header.addAll(List.of("pass rate", "min-max time"));
        if (revenue.isDeclared()) {
            header.addAll(List.of(currency("verified"), currency("unverified")));
        }
        table.row(header);
        byPriority()
                .forEach((priority, tests) -> table.row(
                        row(priority, tests, columns, revenue.verified(priority), revenue.unverified(priority))));
        table.row(row("total", run.tests(), columns, revenue.verified(), revenue.unverified()));
        return table.render();
    }

    private String currency(String word) {
        return word + " " + run.revenue().currency();
    }

    private List<String> row(
            String name, List<LoggedTest> tests, List<Verdict> columns, BigDecimal verified, BigDecimal unverified) {
        Tally tally = Tally.of(tests.stream().map(LoggedTest::verdict).toList());
        List<String> row = new ArrayList<>(List.of(name, Integer.toString(tally.planned())));
        columns.forEach(verdict -> row.add(Integer.toString(tally.count(verdict))));
        row.add(tally.passRate() + " %");
        row.add(times(tests));
        if (revenue.isDeclared()) {
            row.add(String.format(Locale.ROOT, "%,.0f", verified));
            row.add(String.format(Locale.ROOT, "%,.0f", unverified));
        }
        return row;
    }

    private Map<String, List<LoggedTest>> byPriority() {
        return run.tests().stream()
                .collect(Collectors.groupingBy(test -> test.plan().priority(), TreeMap::new, Collectors.toList()));
    }

    private static String times(List<LoggedTest> tests) {
        List<Duration> sorted =
                tests.stream().flatMap(test -> test.took().stream()).sorted().toList();
        return sorted.isEmpty() ? "-" : time(sorted.get(0)) + " - " + time(sorted.get(sorted.size() - 1));
    }

    private static String time(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        return millis < 1_000
                ? String.format(Locale.ROOT, "%.0f ms", millis)
                : String.format(Locale.ROOT, "%.1f s", millis / 1_000);
    }

    private String notes() {
        List<String> unprotected = revenue.unprotected();
        return revenue.isDeclared()
                ? "\nRevenue is " + run.revenue().currency()
                        + " per month; a name is verified when all its tests passed."
                        + (unprotected.isEmpty()
                                ? ""
                                : " No test here protects " + String.join(", ", unprotected) + ".")
                        + "\n"
                : "";
    }

    /** Everything that is no pass, with tests of one cause in one line. */
    private String others() {
        Map<String, List<LoggedTest>> groups = run.tests().stream()
                .filter(test -> test.verdict() != Verdict.PASSED)
                .collect(Collectors.groupingBy(ConsoleReport::groupOf, LinkedHashMap::new, Collectors.toList()));
        return groups.values().stream().map(ConsoleReport::line).collect(Collectors.joining());
    }

    private static String groupOf(LoggedTest test) {
        Function<String, String> shared = cause -> test.verdict() + " " + cause;
        return test.cause() == null ? test.plan().test() : shared.apply(test.cause());
    }

    private static String line(List<LoggedTest> group) {
        LoggedTest first = group.get(0);
        String what = first.cause() == null ? first.message() : first.cause();
        String who = group.size() == 1 ? nameOf(first) : group.size() + " tests";
        return "\n" + String.format(Locale.ROOT, "%-8s", first.verdict()) + who + "\n"
                + indented(what == null ? "" : what);
    }

    private static String indented(String message) {
        List<String> lines = message.lines().filter(line -> !line.isBlank()).toList();
        String shown = lines.stream()
                .limit(LINES_SHOWN)
                .map(line -> INDENT + line + "\n")
                .collect(Collectors.joining());
        return lines.size() <= LINES_SHOWN
                ? shown
                : shown + INDENT + "… (" + (lines.size() - LINES_SHOWN) + " more lines in the run log)\n";
    }

    private static String nameOf(LoggedTest test) {
        String type = test.plan().className();
        return type.substring(type.lastIndexOf('.') + 1) + "." + test.plan().name();
    }
}
