package dev.goldenpath.report;

import dev.goldenpath.cause.RootCause;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.verdict.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The root causes, and the tests besides theirs that were no pass, or not at once, those of one reason together. */
final class NotPassed {
    private static final String INDENT = "        ";
    private static final int NAMES_SHOWN = 5;

    private NotPassed() {}

    /** Empty where all passed at once, else lines that end with a line end. */
    static String of(LoggedRun run, RunCauses causes) {
        String shared = causes.all().stream()
                .map(cause -> "\n" + cause(run, causes, cause))
                .collect(Collectors.joining());
        String groups = Causes.groups(run.tests().stream()
                        .filter(test -> test.verdict() != Verdict.PASSED)
                        .filter(test -> causes.placeOf(test).isEmpty()))
                .stream()
                .map(NotPassed::entry)
                .collect(Collectors.joining());
        String flaky = run.tests().stream()
                .filter(LoggedTest::isFlaky)
                .map(NotPassed::flaky)
                .collect(Collectors.joining());
        return shared + groups + flaky;
    }

    /** What the gate may mind: the same without flaky tests and skips below P1, and of each cause the first line. */
    static String inShort(LoggedRun run, RunCauses causes) {
        String shared =
                causes.all().stream().map(cause -> cause(run, causes, cause)).collect(Collectors.joining());
        return shared
                + Causes.groups(minded(run, causes)).stream()
                        .map(NotPassed::shortEntry)
                        .collect(Collectors.joining());
    }

    /** Tests of no root cause that the gate may mind. */
    static Stream<LoggedTest> minded(LoggedRun run, RunCauses causes) {
        return run.tests().stream()
                .filter(test -> test.verdict() != Verdict.PASSED)
                .filter(test -> causes.placeOf(test).isEmpty())
                .filter(test -> test.verdict() != Verdict.SKIPPED
                        || test.plan().priority().equals("P1"))
                .filter(test -> test.verdict() != Verdict.KNOWN || !run.gate().toleratesKnown());
    }

    /** Simple name of the class, and the test's where it is not the class itself. */
    static String nameOf(LoggedTest test) {
        return nameOf(test.plan());
    }

    /** As of the test that it plans. */
    static String nameOf(PlannedTest test) {
        String type = test.className();
        String simple = type.substring(type.lastIndexOf('.') + 1);
        return test.name().equals(type) ? simple : simple + "." + test.name();
    }

    private static String cause(LoggedRun run, RunCauses causes, RootCause cause) {
        CauseText text = new CauseText(run, causes, cause);
        return word("CAUSE") + cause.headline() + "\n" + indented(text.when())
                + indented(text.impact(run.revenue().currency())) + indented(text.chain())
                + names(causes.tests(cause));
    }

    private static String indented(String lines) {
        return lines.lines().map(line -> INDENT + line + "\n").collect(Collectors.joining());
    }

    private static String entry(List<LoggedTest> group) {
        String why = Causes.why(group.get(0)).map(NotPassed::excerpt).orElse("");
        return "\n" + heading(group) + "\n" + why + names(group);
    }

    private static String shortEntry(List<LoggedTest> group) {
        String why = Causes.why(group.get(0)).stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> ": " + line)
                .orElse("");
        return heading(group) + why + "\n" + names(group);
    }

    private static String heading(List<LoggedTest> group) {
        LoggedTest first = group.get(0);
        return word(first.verdict().name()) + (group.size() == 1 ? nameOf(first) : group.size() + " tests");
    }

    /** Of several tests; that of a single one is in the heading. */
    private static String names(List<LoggedTest> group) {
        if (group.size() < 2) {
            return "";
        }
        // Of what is MISSING nothing but the name tells what was not run.
        boolean all = group.size() <= NAMES_SHOWN || group.get(0).verdict() == Verdict.MISSING;
        int shown = all ? group.size() : NAMES_SHOWN - 1;
        String names = group.stream()
                .limit(shown)
                .map(test -> INDENT + "- " + nameOf(test) + "\n")
                .collect(Collectors.joining());
        return all ? names : names + INDENT + "… (" + (group.size() - shown) + " more)\n";
    }

    private static String flaky(LoggedTest test) {
        String passed = nameOf(test) + ", passed at attempt " + test.attempts().size();
        return "\n" + word("FLAKY") + passed + "\n"
                + test.earlier().stream().map(NotPassed::attempt).collect(Collectors.joining());
    }

    private static String attempt(LoggedAttempt attempt) {
        return excerpt("attempt " + attempt.number() + ": " + attempt.verdict()
                + (attempt.failure() == null ? "" : " " + attempt.failure().headline()));
    }

    private static String word(String word) {
        return String.format(Locale.ROOT, "%-8s", word);
    }

    private static String excerpt(String text) {
        return indented(String.join("\n", Excerpt.of(text)));
    }
}
