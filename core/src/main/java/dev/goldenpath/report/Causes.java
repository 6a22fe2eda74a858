package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Verdict;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why tests were no pass, and which of them for one and the same reason. */
final class Causes {
    static final String NEVER_ENDED = "planned, and no end of it is in the run log";

    private Causes() {}

    /** The cause it shares with others, else its own; empty where nothing tells. */
    static Optional<String> why(LoggedTest test) {
        return test.verdict() == Verdict.MISSING
                ? Optional.of(NEVER_ENDED)
                : test.cause().or(test::message);
    }

    /** Those of one verdict and one cause together, in the order of the first of each. */
    static Collection<List<LoggedTest>> groups(Stream<LoggedTest> tests) {
        return tests.collect(Collectors.groupingBy(Causes::groupOf, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /** Two assertions that fail with one message may have failed for two reasons: such a test is a group of its own. */
    private static Object groupOf(LoggedTest test) {
        Optional<String> shared = switch (test.verdict()) {
            case BLOCKED, MISSING, SKIPPED -> why(test);
            case KNOWN -> test.last().map(LoggedAttempt::issue);
            default -> test.cause();
        };
        return shared.<Object>map(cause -> List.of(test.verdict(), cause)).orElse(test);
    }
}
