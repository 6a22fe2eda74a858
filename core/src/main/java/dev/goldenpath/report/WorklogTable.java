package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The worklog's tables of results: by priority, below each by category, and all together at the end. */
final class WorklogTable {
    private static final String ALL = "all";
    private static final int NAMES = 2;
    private static final int TAIL = 95;
    private static final String ABSENT = "-";

    private final Function<List<LoggedTest>, List<String>> cells;
    private final List<List<String>> rows = new ArrayList<>();

    private WorklogTable(List<String> header, Function<List<LoggedTest>, List<String>> cells) {
        this.cells = cells;
        List<String> whole = new ArrayList<>(List.of("priority", "category"));
        whole.addAll(header);
        rows.add(whole);
    }

    /** What the tests came to. */
    static String verdicts(LoggedRun run) {
        VerdictColumns columns = new VerdictColumns(run);
        return new WorklogTable(columns.header(), tests -> columns.cells(Tallies.of(tests))).of(run);
    }

    /** How long they took, and what they exchanged meanwhile: of each the attempt that counts. */
    static String times(RunAccount account) {
        return new WorklogTable(
                        List.of("tests timed", "time", "HTTP exchanges", "p95", "of answered"),
                        tests -> times(account, tests))
                .of(account.run());
    }

    private static List<String> times(RunAccount account, List<LoggedTest> tests) {
        List<Duration> times =
                tests.stream().flatMap(test -> test.took().stream()).sorted().toList();
        Latencies answered = new Latencies();
        long exchanges = 0;
        for (LoggedTest test : tests) {
            TestTraffic traffic = account.traffic().of(test);
            exchanges += traffic.exchanges();
            answered.addAll(traffic.http());
        }
        return List.of(
                Counted.of(times.size()),
                times.isEmpty()
                        ? ABSENT
                        : TimeTaken.of(times.get(0)) + " to " + TimeTaken.of(times.get(times.size() - 1)),
                Counted.of(exchanges),
                answered.percentile(TAIL).map(TimeTaken::of).orElse(ABSENT),
                Counted.of(answered.count()));
    }

    private String of(LoggedRun run) {
        Tallies.testsBy(run, test -> test.plan().priority()).forEach(this::priority);
        row("total", ALL, run.tests());
        return Markdown.table(rows, NAMES);
    }

    private void priority(String priority, List<LoggedTest> tests) {
        Map<String, List<LoggedTest>> byCategory = tests.stream()
                .collect(Collectors.groupingBy(test -> test.plan().category(), TreeMap::new, Collectors.toList()));
        byCategory.forEach((category, some) -> row(priority, category, some));
        if (byCategory.size() > 1) {
            row(priority, ALL, tests);
        }
    }

    private void row(String priority, String category, List<LoggedTest> tests) {
        List<String> row = new ArrayList<>(List.of(priority, category));
        row.addAll(cells.apply(tests));
        rows.add(row);
    }
}
