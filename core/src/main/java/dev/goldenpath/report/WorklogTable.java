package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The worklog's table of results. */
final class WorklogTable {
    private static final String ALL = "all";
    private static final int NAMES = 2;

    private final VerdictColumns columns;
    private final List<List<String>> rows = new ArrayList<>();

    private WorklogTable(VerdictColumns columns) {
        this.columns = columns;
    }

    /** By priority, below each by category, and all together at the end. */
    static String of(LoggedRun run) {
        WorklogTable table = new WorklogTable(new VerdictColumns(run));
        table.fill(run);
        return Markdown.table(table.rows, NAMES);
    }

    private void fill(LoggedRun run) {
        List<String> header = new ArrayList<>(List.of("priority", "category"));
        header.addAll(columns.header());
        rows.add(header);
        Tallies.testsBy(run, test -> test.plan().priority()).forEach(this::priority);
        row("total", ALL, Tallies.of(run.tests()));
    }

    private void priority(String priority, List<LoggedTest> tests) {
        Map<String, List<LoggedTest>> byCategory = tests.stream()
                .collect(Collectors.groupingBy(test -> test.plan().category(), TreeMap::new, Collectors.toList()));
        byCategory.forEach((category, some) -> row(priority, category, Tallies.of(some)));
        if (byCategory.size() > 1) {
            row(priority, ALL, Tallies.of(tests));
        }
    }

    private void row(String priority, String category, Tally tally) {
        List<String> row = new ArrayList<>(List.of(priority, category));
        row.addAll(columns.cells(tally));
        rows.add(row);
    }
}
