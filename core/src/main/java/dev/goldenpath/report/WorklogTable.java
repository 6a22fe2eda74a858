package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Tally;
import dev.goldenpath.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The worklog's table of results. */
final class WorklogTable {
    private static final String ALL = "all";
    private static final int NAMES = 2;

    private final List<Verdict> columns = new ArrayList<>(
            List.of(Verdict.PASSED, Verdict.FAILED, Verdict.BLOCKED, Verdict.SUSPECT, Verdict.ERROR, Verdict.SKIPPED));
    private final List<List<String>> rows = new ArrayList<>();

    private WorklogTable() {}

    /** By priority, below each by category, and all together at the end. */
    static String of(LoggedRun run) {
        WorklogTable table = new WorklogTable();
        table.fill(run);
        return Markdown.table(table.rows, NAMES);
    }

    private void fill(LoggedRun run) {
        Tally all = Tallies.of(run.tests());
        if (all.count(Verdict.MISSING) > 0) {
            columns.add(Verdict.MISSING);
        }
        List<String> header = new ArrayList<>(List.of("priority", "category", "planned"));
        columns.forEach(verdict -> header.add(verdict.name().toLowerCase(Locale.ROOT)));
        header.add("pass rate");
        rows.add(header);
        Tallies.testsBy(run, test -> test.plan().priority()).forEach(this::priority);
        row("total", ALL, all);
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
        List<String> row = new ArrayList<>(List.of(priority, category, Integer.toString(tally.planned())));
        columns.forEach(verdict -> row.add(Integer.toString(tally.count(verdict))));
        row.add(tally.passRate() + " %");
        rows.add(row);
    }
}
