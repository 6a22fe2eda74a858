package dev.goldenpath.report;

import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The verdict table of a run, for a terminal, and below it what was not a pass.
 *
 * @since 0.1.0
 */
public final class ConsoleReport {
    private final LoggedRun run;
    private final RevenueSplit revenue;

    private ConsoleReport(RunAccount account) {
        this.run = account.run();
        this.revenue = account.revenue();
    }

    /**
     * The report as text that ends with a line end.
     *
     * @param folder where the run logs are
     */
    public static String of(LoggedRun run, Path folder) {
        return of(RunAccount.of(run), folder);
    }

    static String of(RunAccount account, Path folder) {
        ConsoleReport report = new ConsoleReport(account);
        LoggedRun run = account.run();
        return "\n" + report.title() + "\n\n" + report.table() + report.notes() + report.proof() + report.bypasses()
                + account.revisions().lines() + report.pending() + NotPassed.of(run, account.causes()) + "\nRun log: "
                + folder.resolve("run-" + run.run() + "-*.jsonl")
                + "\n";
    }

    private String title() {
        String revisions = new RunOrigin(run)
                .revisions().stream()
                        .map(service -> ", " + service.key() + " at revision " + service.value())
                        .collect(Collectors.joining());
        return "Golden Path verdicts"
                + run.environments().stream()
                        .map(name -> ", environment '" + name + "'")
                        .collect(Collectors.joining())
                + revisions;
    }

    private String table() {
        VerdictColumns columns = new VerdictColumns(run);
        TextTable table = new TextTable();
        List<String> header = new ArrayList<>(List.of(""));
        header.addAll(columns.header());
        header.add("min-max time");
        if (revenue.isDeclared()) {
            header.addAll(List.of(currency("verified"), currency("unverified")));
        }
        table.row(header);
        Tallies.testsBy(run, test -> test.plan().priority())
                .forEach((priority, tests) -> table.row(
                        row(priority, tests, columns, revenue.verified(priority), revenue.unverified(priority))));
        table.row(row("total", run.tests(), columns, revenue.verified(), revenue.unverified()));
        return table.render();
    }

    private String currency(String word) {
        return word + " " + run.revenue().currency();
    }

    private List<String> row(
            String name, List<LoggedTest> tests, VerdictColumns columns, BigDecimal verified, BigDecimal unverified) {
        List<String> row = new ArrayList<>(List.of(name));
        row.addAll(columns.cells(Tallies.of(tests)));
        row.add(times(tests));
        if (revenue.isDeclared()) {
            row.add(String.format(Locale.ROOT, "%,.0f", verified));
            row.add(String.format(Locale.ROOT, "%,.0f", unverified));
        }
        return row;
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

    private String pending() {
        return run.pending() == 0
                ? ""
                : "\nSo far: " + run.pending() + " more planned in JVMs of this run that have not ended.\n";
    }

    /** How good the passes are, and what was allowed; the findings themselves are in the worklog. */
    private String proof() {
        int allowed = run.code().findings(Effect.ALLOWED).size();
        String text = Tallies.grades(run)
                        .map(grades -> "Grades of the passes: " + grades + ". ")
                        .orElse("")
                + (run.code().isAudited() ? "Audit of the tests' code: " + CodeFindings.score(run) + ". " : "")
                + (allowed == 0 ? "" : allowed + (allowed == 1 ? " fake is" : " fakes are") + " allowed. ");
        return text.isEmpty()
                ? ""
                : "\n" + text.stripTrailing() + "\nWhat that proves, what not, and all findings: worklog.md\n";
    }

    private String bypasses() {
        String line = Bypasses.of(run).line();
        return line.isEmpty() ? "" : "\n" + line + "\n";
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
}
