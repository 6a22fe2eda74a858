package dev.goldenpath.report;

import dev.goldenpath.cause.RootCause;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The worklog's section of tests that were no pass, or not at once: why, as far as that is known. */
final class WorklogIssues {
    private static final List<Verdict> TOLD = List.of(
            Verdict.BLOCKED,
            Verdict.FAILED,
            Verdict.SUSPECT,
            Verdict.ERROR,
            Verdict.MISSING,
            Verdict.KNOWN,
            Verdict.SKIPPED);

    private final LoggedRun run;
    private final RunCauses causes;
    private final WorklogNotes notes;
    private final StringBuilder text = new StringBuilder();

    private WorklogIssues(RunAccount account, WorklogNotes notes) {
        this.run = account.run();
        this.causes = account.causes();
        this.notes = notes;
    }

    /** Empty where no test was planned. */
    static String of(RunAccount account, WorklogNotes notes) {
        WorklogIssues issues = new WorklogIssues(account, notes);
        issues.section("Root causes", issues.causes.all().stream().map(issues::cause));
        issues.section(
                "Flaky", issues.run.tests().stream().filter(LoggedTest::isFlaky).map(WorklogIssues::flaky));
        for (Verdict verdict : TOLD) {
            issues.section(
                    verdict.name(),
                    Causes.groups(issues.run.tests().stream()
                                    .filter(test -> test.verdict() == verdict)
                                    .filter(test -> issues.causes.placeOf(test).isEmpty()))
                            .stream()
                            .map(issues::entry));
        }
        WorklogKnownIssues known = new WorklogKnownIssues(account);
        issues.section("Known issues", known.issues(), "");
        issues.section("To be known", known.entries(), "");
        return issues.text.isEmpty() && !issues.run.tests().isEmpty()
                ? "Every test passed at its first attempt.\n"
                : issues.text.toString();
    }

    private void section(String title, Stream<String> entries) {
        section(title, entries, "\n");
    }

    private void section(String title, Stream<String> entries, String between) {
        String joined = entries.collect(Collectors.joining(between));
        if (!joined.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append("### ")
                    .append(title)
                    .append("\n\n")
                    .append(joined);
        }
    }

    private String cause(RootCause cause) {
        CauseText words = new CauseText(run, causes, cause);
        List<LoggedTest> tests = causes.tests(cause);
        String names = names(tests) + ownWords(tests);
        return "- " + Markdown.code(cause.headline()) + ", " + words.when() + "\n\n  "
                + words.impact(Markdown.code(run.revenue().currency())) + "\n\n" + Markdown.block(words.chain())
                + (names.isEmpty() ? "" : "\n" + names) + "\n" + notes.block(NoteKey.of(cause));
    }

    /** What those said themselves that failed before anybody knew the cause. */
    private static String ownWords(List<LoggedTest> tests) {
        return tests.stream()
                .filter(test -> test.verdict() == Verdict.FAILED)
                .flatMap(test -> test.message().stream()
                        .map(message -> "\n  " + Markdown.code(NotPassed.nameOf(test)) + " failed with\n\n"
                                + Markdown.block(message)))
                .collect(Collectors.joining());
    }

    private static String flaky(LoggedTest test) {
        return "- " + Markdown.code(NotPassed.nameOf(test)) + " passed at attempt "
                + test.attempts().size() + "\n"
                + test.earlier().stream().map(WorklogIssues::attempt).collect(Collectors.joining());
    }

    private static String attempt(LoggedAttempt attempt) {
        return "  - attempt " + attempt.number() + ": " + attempt.verdict()
                + Stream.ofNullable(attempt.failure())
                        .map(failure -> " " + Markdown.code(failure.headline()))
                        .collect(Collectors.joining())
                + "\n";
    }

    private String entry(List<LoggedTest> tests) {
        LoggedTest first = tests.get(0);
        String why =
                Causes.why(first).map(words -> "\n" + Markdown.block(words)).orElse("");
        String one = tests.size() == 1
                ? "- " + Markdown.code(NotPassed.nameOf(first)) + "\n" + why
                : "- " + tests.size() + " tests\n" + why + "\n" + names(tests);
        // Whoever skips a test has given the reason, and a known issue is told of elsewhere.
        return first.verdict() == Verdict.SKIPPED || first.verdict() == Verdict.KNOWN
                ? one
                : one + "\n" + notes.block(NoteKey.of(tests));
    }

    private static String names(List<LoggedTest> tests) {
        return tests.stream()
                .map(test -> "  - " + Markdown.code(NotPassed.nameOf(test)) + "\n")
                .collect(Collectors.joining());
    }
}
