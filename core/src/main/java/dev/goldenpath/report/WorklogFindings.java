package dev.goldenpath.report;

import dev.goldenpath.cause.RootCause;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The worklog's sections of tests that were no pass, or not at once. */
final class WorklogFindings {
    private final LoggedRun run;
    private final RunCauses causes;

    WorklogFindings(RunAccount account) {
        this.run = account.run();
        this.causes = account.causes();
    }

    /** The root causes, each with its tests; empty where there are none. */
    String causes() {
        return causes.all().stream().map(this::cause).collect(Collectors.joining("\n"));
    }

    private String cause(RootCause cause) {
        CauseText text = new CauseText(run, causes, cause);
        String names = causes.tests(cause).stream()
                .map(test -> "  - " + Markdown.code(NotPassed.nameOf(test)) + "\n")
                .collect(Collectors.joining());
        return "- " + Markdown.code(cause.headline()) + ", " + text.when() + "\n\n  "
                + text.impact(Markdown.code(run.revenue().currency())) + "\n\n" + Markdown.block(text.chain())
                + (names.isEmpty() ? "" : "\n" + names);
    }

    /** Tests that passed at a later attempt; empty where there are none. */
    Optional<String> flaky() {
        String entries = run.tests().stream()
                .filter(LoggedTest::isFlaky)
                .map(test -> "- " + Markdown.code(NotPassed.nameOf(test)) + " passed at attempt "
                        + test.attempts().size() + "\n"
                        + test.earlier().stream().map(WorklogFindings::attempt).collect(Collectors.joining()))
                .collect(Collectors.joining());
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries);
    }

    /** Tests of this verdict that have no root cause, those of one cause in one entry; empty where there are none. */
    Optional<String> of(Verdict verdict) {
        String entries = Causes.groups(run.tests().stream()
                        .filter(test -> test.verdict() == verdict)
                        .filter(test -> causes.placeOf(test).isEmpty()))
                .stream()
                .map(WorklogFindings::entry)
                .collect(Collectors.joining("\n"));
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries);
    }

    private static String attempt(LoggedAttempt attempt) {
        return "  - attempt " + attempt.number() + ": " + attempt.verdict()
                + Stream.ofNullable(attempt.failure())
                        .map(failure -> " " + Markdown.code(failure.headline()))
                        .collect(Collectors.joining())
                + "\n";
    }

    private static String entry(List<LoggedTest> tests) {
        LoggedTest first = tests.get(0);
        String why = Causes.why(first).map(text -> "\n" + Markdown.block(text)).orElse("");
        if (tests.size() == 1) {
            return "- " + Markdown.code(NotPassed.nameOf(first)) + "\n" + why;
        }
        return "- " + tests.size() + " tests\n" + why + "\n"
                + tests.stream()
                        .map(test -> "  - " + Markdown.code(NotPassed.nameOf(test)) + "\n")
                        .collect(Collectors.joining());
    }
}
