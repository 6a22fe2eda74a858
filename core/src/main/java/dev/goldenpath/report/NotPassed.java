package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Every test that was no pass, or not at once, with tests of one cause in one line. */
final class NotPassed {
    private static final String INDENT = "        ";
    private static final int LINES_SHOWN = 12;

    private NotPassed() {}

    /** Empty where all passed at once, else lines that end with a line end. */
    static String of(LoggedRun run) {
        Map<String, List<LoggedTest>> groups = run.tests().stream()
                .filter(test -> test.verdict() != Verdict.PASSED)
                .collect(Collectors.groupingBy(NotPassed::groupOf, LinkedHashMap::new, Collectors.toList()));
        String flaky = run.tests().stream()
                .filter(LoggedTest::isFlaky)
                .map(NotPassed::flaky)
                .collect(Collectors.joining());
        return groups.values().stream().map(NotPassed::line).collect(Collectors.joining()) + flaky;
    }

    /** What the gate may mind: the same without flaky tests and skips below P1, and of each cause the first line. */
    static String inShort(LoggedRun run) {
        return run.tests().stream()
                .filter(test -> test.verdict() != Verdict.PASSED)
                .filter(test -> test.verdict() != Verdict.SKIPPED
                        || test.plan().priority().equals("P1"))
                .collect(Collectors.groupingBy(NotPassed::groupOf, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(NotPassed::shortLine)
                .collect(Collectors.joining());
    }

    private static String shortLine(List<LoggedTest> group) {
        LoggedTest first = group.get(0);
        if (first.verdict() == Verdict.MISSING) {
            return line(group).substring(1);
        }
        String why = first.cause().or(first::message).stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> ": " + line)
                .orElse("");
        return String.format(Locale.ROOT, "%-8s", first.verdict())
                + (group.size() == 1 ? nameOf(first) : plural(group.size())) + why + "\n";
    }

    private static String groupOf(LoggedTest test) {
        String alone = test.plan().test();
        return test.verdict() == Verdict.MISSING
                ? Verdict.MISSING.name()
                : test.cause().map(cause -> test.verdict() + " " + cause).orElse(alone);
    }

    private static String line(List<LoggedTest> group) {
        LoggedTest first = group.get(0);
        if (first.verdict() == Verdict.MISSING) {
            // Each by its name: nothing else tells what was not run.
            return entry(first.verdict().name(), plural(group.size()), names(group));
        }
        String what = first.cause().or(first::message).orElse("");
        return entry(first.verdict().name(), group.size() == 1 ? nameOf(first) : plural(group.size()), indented(what));
    }

    private static String flaky(LoggedTest test) {
        List<LoggedAttempt> earlier = test.earlier();
        return entry(
                "FLAKY",
                nameOf(test) + ", passed at attempt " + test.attempts().size(),
                earlier.stream()
                        .map(attempt -> indented("attempt " + attempt.number() + ": " + attempt.verdict()
                                + (attempt.failure() == null
                                        ? ""
                                        : " " + attempt.failure().headline())))
                        .collect(Collectors.joining()));
    }

    private static String entry(String word, String who, String below) {
        return "\n" + String.format(Locale.ROOT, "%-8s", word) + who + "\n" + below;
    }

    private static String plural(int tests) {
        return tests + (tests == 1 ? " test" : " tests");
    }

    private static String names(List<LoggedTest> tests) {
        return tests.stream().map(test -> INDENT + nameOf(test) + "\n").collect(Collectors.joining());
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

    /** Simple name of the class, and the test's where it is not the class itself. */
    static String nameOf(LoggedTest test) {
        String type = test.plan().className();
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return test.plan().name().equals(type)
                ? simple
                : simple + "." + test.plan().name();
    }
}
