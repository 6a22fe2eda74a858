package dev.goldenpath.report;

import dev.goldenpath.environment.KnownIssue;
import dev.goldenpath.environment.KnownScope;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedIssue;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The known issues of a run, and what became of each. */
final class KnownIssuesMet {
    private final LoggedRun run;
    /** Classes and methods of which one test or more did not pass at once. */
    private final Set<List<String>> troubled;

    private final List<Met> all;

    /**
     * An issue in a run.
     *
     * @param tests that are KNOWN by it
     * @param passed tests that it names, and that passed at once
     */
    record Met(LoggedIssue logged, List<LoggedTest> tests, List<LoggedTest> passed) {

        KnownIssue issue() {
            return logged.issue();
        }

        /** What there is to do now that tests have passed; empty where none has that should have failed. */
        String unexpected() {
            if (passed.isEmpty()) {
                return "";
            }
            String names = Counted.listed(passed.stream().map(NotPassed::nameOf).toList());
            boolean whole = tests.isEmpty() && issue().scope().isExact();
            return issue().id() + " did not occur" + (whole ? "" : " in what passed") + ": " + names + " passed; "
                    + (whole
                            ? "remove the entry"
                            : "take " + (passed.size() == 1 ? "it" : "them") + " out of the entry")
                    + " (" + issue().origin() + ").";
        }

        /** Whether no test came to it, and none was named that might have. */
        boolean isUnmet() {
            return tests.isEmpty() && passed.isEmpty() && !logged.expired();
        }
    }

    private KnownIssuesMet(LoggedRun run) {
        this.run = run;
        this.troubled = run.tests().stream()
                .filter(test -> test.verdict() != Verdict.PASSED || test.isFlaky())
                .map(KnownIssuesMet::key)
                .collect(Collectors.toSet());
        this.all = run.knownIssues().stream().map(this::met).toList();
    }

    static KnownIssuesMet in(LoggedRun run) {
        return new KnownIssuesMet(run);
    }

    /** In the order of their file. */
    List<Met> all() {
        return all;
    }

    /** A sentence for each issue of which tests should have failed, and passed. */
    List<String> unexpected() {
        return all.stream()
                .map(Met::unexpected)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private Met met(LoggedIssue logged) {
        String id = logged.issue().id();
        KnownScope scope = logged.issue().scope();
        List<LoggedTest> tests =
                run.tests().stream().filter(test -> isKnownAs(id, test)).toList();
        // One of several invocations of a method that fails of the issue is enough.
        List<LoggedTest> passed = run.tests().stream()
                .filter(test -> scope.names(test.plan().className(), methodOf(test)))
                .filter(test -> !troubled.contains(key(test)))
                .toList();
        return new Met(logged, tests, logged.expired() ? List.of() : passed);
    }

    private static boolean isKnownAs(String id, LoggedTest test) {
        return test.verdict() == Verdict.KNOWN
                && test.last().map(LoggedAttempt::issue).filter(id::equals).isPresent();
    }

    private static List<String> key(LoggedTest test) {
        return List.of(test.plan().className(), methodOf(test));
    }

    /** The name of its method, of a dynamic test that of its factory; empty for a class as a test of its own. */
    static String methodOf(LoggedTest test) {
        String name = test.plan().name();
        int parameters = name.indexOf('(');
        return parameters < 0 ? "" : name.substring(0, parameters);
    }
}
