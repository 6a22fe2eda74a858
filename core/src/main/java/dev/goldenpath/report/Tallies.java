package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Tally;
import dev.goldenpath.verdict.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** How many passes have which grade, for example {@code 12 A, 3 B}; empty where none passed. */
    static Optional<String> grades(LoggedRun run) {
        Map<Grade, Long> grades = run.tests().stream()
                .filter(test -> test.verdict() == Verdict.PASSED)
                .flatMap(test -> test.last().map(LoggedAttempt::grade).stream())
                .collect(Collectors.groupingBy(grade -> grade, TreeMap::new, Collectors.counting()));
        return grades.isEmpty()
                ? Optional.empty()
                : Optional.of(grades.entrySet().stream()
                        .map(grade -> grade.getValue() + " " + grade.getKey())
                        .collect(Collectors.joining(", ")));
    }

    static Map<String, List<LoggedTest>> testsBy(LoggedRun run, Function<LoggedTest, String> key) {
        return run.tests().stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }
}
