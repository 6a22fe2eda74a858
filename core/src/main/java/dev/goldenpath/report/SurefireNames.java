package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Verdict;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names that Surefire and Failsafe give the tests of a run in their own XML. */
final class SurefireNames {
    private static final Pattern CLASS_AS_TEST = Pattern.compile("\\[[a-z-]*class[a-z-]*:[^/]*]$");
    private static final Pattern TOP_LEVEL = Pattern.compile("^.*?\\[class(-template)?:[^/]*]");
    private static final String NO_PARAMETERS = "()";

    private final Set<String> withPasses;

    SurefireNames(LoggedRun run) {
        withPasses = run.tests().stream()
                .filter(test -> test.attempts().stream().anyMatch(attempt -> attempt.verdict() == Verdict.PASSED))
                .map(SurefireNames::topLevel)
                .collect(Collectors.toSet());
    }

    String of(LoggedTest test) {
        if (CLASS_AS_TEST.matcher(test.plan().test()).find()) {
            return withPasses.contains(topLevel(test)) ? "executionError" : "initializationError";
        }
        String name = test.plan().name();
        return name.endsWith(NO_PARAMETERS) ? name.substring(0, name.length() - NO_PARAMETERS.length()) : name;
    }

    private static String topLevel(LoggedTest test) {
        Matcher matcher = TOP_LEVEL.matcher(test.plan().test());
        return matcher.find() ? matcher.group() : test.plan().className();
    }
}
