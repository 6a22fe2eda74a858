package dev.goldenpath.report;

import dev.goldenpath.environment.KnownIssue;
import dev.goldenpath.report.KnownIssuesMet.Met;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedFailure;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the worklog says of known issues besides the tests that are KNOWN, and what may become one. */
final class WorklogKnownIssues {
    private static final int MOST = 25;
    private static final int LONGEST_COMMENT = 120;
    /** What names code can't be an entry. */
    private static final Pattern NAME =
            Pattern.compile("[\\p{javaJavaIdentifierPart}.]+#[\\p{javaJavaIdentifierPart}]+");

    private final RunAccount account;

    WorklogKnownIssues(RunAccount account) {
        this.account = account;
    }

    /** List entries of issues that were not met as they should have been; empty where there is none. */
    Stream<String> issues() {
        List<Met> all = account.knownIssues().all();
        List<String> unmet =
                all.stream().filter(Met::isUnmet).map(met -> met.issue().id()).toList();
        return Stream.of(
                        account.knownIssues().unexpected().stream().map(Markdown::text),
                        all.stream().filter(met -> met.logged().expired()).map(met -> expired(met.issue())),
                        Stream.of(unmet)
                                .filter(ids -> !ids.isEmpty())
                                .map(ids -> "Not met in this run: " + Markdown.codes(ids)))
                .flatMap(entries -> entries)
                .map(entry -> "- " + entry + "\n");
    }

    private static String expired(KnownIssue issue) {
        return Markdown.code(issue.id()) + " expired on " + issue.expires() + ", and is applied no more: "
                + Markdown.code(issue.owner()) + ", "
                + Markdown.code(issue.link().toString());
    }

    /** An entry of known-issues.yaml for each failure that no root cause explains; empty where there is none. */
    Stream<String> entries() {
        Map<String, List<LoggedTest>> byFingerprint = new LinkedHashMap<>();
        account.run().tests().stream()
                .filter(test -> test.verdict() == Verdict.FAILED)
                .filter(test -> account.causes().placeOf(test).isEmpty())
                .filter(test -> NAME.matcher(nameOf(test)).matches())
                .forEach(test -> fingerprint(test)
                        .forEach(found -> byFingerprint
                                .computeIfAbsent(found, key -> new ArrayList<>())
                                .add(test)));
        if (byFingerprint.isEmpty()) {
            return Stream.empty();
        }
        List<String> lines = new ArrayList<>();
        byFingerprint.entrySet().stream()
                .limit(MOST)
                .forEach(each -> lines.addAll(entry(each.getKey(), each.getValue())));
        int more = byFingerprint.size() - MOST;
        return Stream.of("What somebody is at work on may stand in `known-issues.yaml`; fill in who and until when.\n\n"
                + Markdown.yaml(lines)
                + (more > 0 ? "\nOf " + Counted.of(more, "more failure") + " the run log has the fingerprint.\n" : ""));
    }

    private static Stream<String> fingerprint(LoggedTest test) {
        return test.last().map(LoggedAttempt::failure).map(LoggedFailure::fingerprint).stream();
    }

    private static List<String> entry(String fingerprint, List<LoggedTest> tests) {
        String names = tests.stream()
                .map(WorklogKnownIssues::nameOf)
                .distinct()
                .map(name -> '"' + name + '"')
                .collect(Collectors.joining(", "));
        return List.of(
                "# " + Shortened.beginning(LONGEST_COMMENT, comment(tests.get(0))),
                "- id:",
                "  link:",
                "  owner:",
                "  expires:",
                "  scope: { tests: [" + names + "] }",
                "  fingerprint: \"" + fingerprint + '"');
    }

    private static String comment(LoggedTest test) {
        return test.message().stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse(Objects.requireNonNullElse(test.plan().name(), ""));
    }

    private static String nameOf(LoggedTest test) {
        return test.plan().className() + "#" + KnownIssuesMet.methodOf(test);
    }
}
