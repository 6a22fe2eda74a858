package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The tests by priority and verdict, as the console has them, and below the table what was no pass, or not at once. */
final class HtmlResults {
    private final RunAccount account;
    private final LoggedRun run;
    private final Html html;

    HtmlResults(RunAccount account, Html html) {
        this.account = account;
        this.run = account.run();
        this.html = html;
    }

    void write() throws IOException {
        html.element("section", Html.attributes("id", "results", "aria-labelledby", "results-title"), () -> {
            html.element("h2", Html.attributes("id", "results-title"), "Results by priority");
            if (run.tests().isEmpty()) {
                html.element("p", "No golden-path test was planned.");
                return;
            }
            table();
            new HtmlNotPassed(account, html).write();
        });
    }

    private void table() throws IOException {
        VerdictColumns columns = new VerdictColumns(run);
        RevenueSplit revenue = account.revenue();
        List<String> header = new ArrayList<>(List.of("priority"));
        header.addAll(columns.header());
        header.add("shortest");
        header.add("longest");
        if (revenue.isDeclared()) {
            header.add("verified " + run.revenue().currency());
            header.add("unverified " + run.revenue().currency());
        }
        HtmlTable table = new HtmlTable(html, "Tests by priority and verdict", 1, header);
        Tallies.testsBy(run, test -> test.plan().priority())
                .forEach((priority, tests) -> table.row(
                        row(priority, tests, columns, revenue.verified(priority), revenue.unverified(priority))));
        table.total(row("total", run.tests(), columns, revenue.verified(), revenue.unverified()));
        table.write();
    }

    private List<String> row(
            String name, List<LoggedTest> tests, VerdictColumns columns, BigDecimal verified, BigDecimal unverified) {
        List<String> row = new ArrayList<>(List.of(name));
        row.addAll(columns.cells(Tallies.of(tests)));
        List<Duration> took =
                tests.stream().flatMap(test -> test.took().stream()).toList();
        row.add(took.stream().min(Duration::compareTo).map(Elapsed::of).orElse("–"));
        row.add(took.stream().max(Duration::compareTo).map(Elapsed::of).orElse("–"));
        if (account.revenue().isDeclared()) {
            row.add(Amount.of(verified));
            row.add(Amount.of(unverified));
        }
        return row;
    }
}
