package dev.goldenpath.report;

import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a run came to, for a console: how good its passes are, then the verdict table, what was not a pass, and the files
 * that tell more. What services and tests wrote can neither steer a terminal nor command a CI server.
 *
 * @since 0.1.0
 */
public final class ConsoleReport {
    private final LoggedRun run;
    private final RevenueSplit revenue;
    private final KnownIssuesMet knownIssues;

    private ConsoleReport(RunAccount account) {
        this.run = account.run();
        this.revenue = account.revenue();
        this.knownIssues = account.knownIssues();
    }

    /**
     * The report as text that ends with a line end.
     *
     * @param folder where the run logs are
     */
    public static String of(LoggedRun run, Path folder) {
        return of(RunAccount.of(run), folder, List.of());
    }

    /** The same, with reports that were made of the run. */
    static String of(RunAccount account, Path folder, List<Path> reports) {
        ConsoleReport report = new ConsoleReport(account);
        LoggedRun run = account.run();
        String text = "\n" + report.title() + "\n" + report.proof() + report.bypasses()
                + account.revisions().lines() + "\n" + report.table() + report.notes() + report.pending()
                + report.unexpected() + NotPassed.of(run, account.causes()) + "\n" + paths(run, folder, reports);
        return ConsoleLine.each(text, false);
    }

    /** One a line, so that terminals and CI servers make links of them. */
    private static String paths(LoggedRun run, Path folder, List<Path> reports) {
        StringBuilder lines = new StringBuilder();
        for (Path report : reports) {
            lines.append(lines.isEmpty() ? "Reports: " : "         ")
                    .append(report)
                    .append('\n');
        }
        return lines.append("Run log: ")
                .append(folder.resolve("run-" + run.run() + "-*.jsonl"))
                .append('\n')
                .toString();
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
            row.add(Amount.of(verified));
            row.add(Amount.of(unverified));
        }
        return row;
    }

    private static String times(List<LoggedTest> tests) {
        List<Duration> sorted =
                tests.stream().flatMap(test -> test.took().stream()).sorted().toList();
        return sorted.isEmpty() ? "-" : Spans.of(sorted.get(0)) + " - " + Spans.of(sorted.get(sorted.size() - 1));
    }

    /** What passed though it was known to fail. */
    private String unexpected() {
        return knownIssues.unexpected().stream()
                .map(words -> "\n" + words + "\n")
                .collect(Collectors.joining());
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
