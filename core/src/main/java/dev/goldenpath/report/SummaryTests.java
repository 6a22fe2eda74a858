package dev.goldenpath.report;

import dev.goldenpath.cause.RootCause;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tests of a run in its summary: counted, and those that are worth a look one by one. */
final class SummaryTests {
    private final RunAccount account;
    private final List<LoggedTest> tests;
    private final SummaryJson json;

    SummaryTests(RunAccount account, SummaryJson json) {
        this.account = account;
        this.tests = account.run().tests();
        this.json = json;
    }

    void write() throws IOException {
        json.object("tests", () -> {
            json.tally(Tallies.of(tests));
            json.array("byPriority", () -> by(PlannedTest::priority));
            json.array("byCategory", () -> by(PlannedTest::category));
            json.counts("grades", grades());
        });
        json.array("notPassed", this::notPassed);
        json.array("flaky", this::flaky);
    }

    private void by(Function<PlannedTest, String> key) throws IOException {
        for (Map.Entry<String, List<LoggedTest>> group :
                Tallies.testsBy(account.run(), test -> key.apply(test.plan())).entrySet()) {
            json.object(() -> {
                json.text("name", group.getKey());
                json.tally(Tallies.of(group.getValue()));
            });
        }
    }

    private Map<Grade, Integer> grades() {
        Map<Grade, Integer> grades = new EnumMap<>(Grade.class);
        tests.stream()
                .filter(test -> test.verdict() == Verdict.PASSED)
                .flatMap(test -> test.last().map(LoggedAttempt::grade).stream())
                .forEach(grade -> grades.merge(grade, 1, Integer::sum));
        return grades;
    }

    private void notPassed() throws IOException {
        for (LoggedTest test : tests) {
            if (test.verdict() != Verdict.PASSED) {
                json.object(() -> {
                    head(test);
                    json.text("verdict", test.verdict().name());
                    json.text("cause", cause(test));
                    json.text("issue", test.last().map(LoggedAttempt::issue).orElse(null));
                    json.text("message", test.message().map(Excerpt::beginning).orElse(null));
                });
            }
        }
    }

    private void flaky() throws IOException {
        for (LoggedTest test : tests) {
            if (test.isFlaky()) {
                json.object(() -> {
                    head(test);
                    json.texts(
                            "earlier",
                            test.earlier().stream()
                                    .map(attempt -> attempt.verdict().name())
                                    .toList());
                });
            }
        }
    }

    private void head(LoggedTest test) throws IOException {
        json.text("test", test.plan().test());
        json.text("class", test.plan().className());
        json.text("name", test.plan().name());
        json.text("displayName", test.plan().displayName());
        json.text("priority", test.plan().priority());
        json.text("category", test.plan().category());
        json.number("attempts", test.attempts().size());
        json.millis("tookMs", test.took().orElse(null));
    }

    /** The headline of the root cause that it is folded under. */
    private @Nullable String cause(LoggedTest test) {
        return account.causes()
                .placeOf(test)
                .map(RunCauses.Place::cause)
                .map(RootCause::headline)
                .orElse(null);
    }
}
