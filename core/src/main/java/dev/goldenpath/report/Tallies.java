package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Tally;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts the tests of a run. */
final class Tallies {
    private Tallies() {}

    static Tally of(Collection<LoggedTest> tests) {
        return Tally.of(tests.stream().map(LoggedTest::verdict).toList());
    }

    /** By priority, the most important first. */
    static Map<String, Tally> byPriority(LoggedRun run) {
        Map<String, Tally> tallies = new TreeMap<>();
        testsBy(run, test -> test.plan().priority()).forEach((name, tests) -> tallies.put(name, of(tests)));
        return tallies;
    }

    static Map<String, List<LoggedTest>> testsBy(LoggedRun run, Function<LoggedTest, String> key) {
        return run.tests().stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }
}
