package dev.goldenpath.report;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The output of a test case in the JUnit XML: what it attached, what it rests on, and where to read on. */
final class CaseOutput {
    private static final int LONGEST_VALUE = 8_000;

    private final RunAccount account;
    private final LoggedTest test;
    private final List<Fact> facts = new ArrayList<>();

    private CaseOutput(RunAccount account, LoggedTest test) {
        this.account = account;
        this.test = test;
    }

    static String of(RunAccount account, LoggedTest test, AttachmentPaths paths) {
        CaseOutput output = new CaseOutput(account, test);
        output.verdict();
        output.why();
        output.places();
        // First, for some readers shorten what follows.
        String attached = paths.lines(account.traffic().of(test).attachments()).stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        return "\n" + attached + Fact.lines(output.facts) + "\n";
    }

    private void verdict() {
        add(
                "verdict",
                test.verdict()
                        + test.last()
                                .map(LoggedAttempt::grade)
                                .map(grade -> ", grade " + grade)
                                .orElse(""));
    }

    private void why() {
        account.causes()
                .placeOf(test)
                .ifPresent(
                        folded -> add("root cause", folded.cause().headline() + "\n" + CauseText.steps(folded.whys())));
        // What is the test's own stands in the element of its result.
        test.cause()
                .filter(cause -> !test.message().equals(Optional.of(cause)))
                .ifPresent(cause -> add("cause", cause));
        if (test.attempts().size() > 1) {
            add(
                    "attempts",
                    test.attempts().stream()
                            .map(attempt -> attempt.number() + " " + attempt.verdict())
                            .collect(Collectors.joining(", ")));
        }
        test.last().ifPresent(last -> last.facts().forEach(fact -> add(fact.key(), fact.value())));
    }

    private void places() {
        add("run log", test.log().getFileName().toString());
        if (!account.names().of(test).equals(account.names().plain(test))) {
            add("name", account.names().plain(test) + ", as other tests are called, too");
        }
        add("test", test.plan().test());
    }

    private void add(String key, String value) {
        facts.add(Fact.of(key, Shortened.to(LONGEST_VALUE, value)));
    }
}
