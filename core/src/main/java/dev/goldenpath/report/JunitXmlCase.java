package dev.goldenpath.report;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedFailure;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** What the JUnit XML says inside one test case. */
final class JunitXmlCase {
    /** Surefire's schema wants the elements of a test case in this order. */
    private static final List<String> ORDER =
            List.of("failure", "rerunFailure", "flakyFailure", "skipped", "error", "rerunError", "flakyError");

    private final LoggedRun run;
    private final LoggedTest test;
    private final RunCauses.@Nullable Place folded;
    private final List<Fact> revisions;

    JunitXmlCase(RunAccount account, LoggedTest test) {
        this.run = account.run();
        this.test = test;
        // Absent where it stands for itself.
        this.folded = account.causes().placeOf(test).orElse(null);
        this.revisions = account.revisions().of(test);
    }

    /** The test's properties: name and value. */
    List<Fact> properties() {
        List<Fact> properties = new ArrayList<>();
        properties.add(Fact.of("goldenpath.priority", test.plan().priority()));
        if (!test.plan().protects().isEmpty()) {
            properties.add(
                    Fact.of("goldenpath.protects", String.join(",", test.plan().protects())));
        }
        properties.add(Fact.of("goldenpath.verdict", test.verdict()));
        test.last().map(LoggedAttempt::grade).ifPresent(grade -> properties.add(Fact.of("goldenpath.grade", grade)));
        properties.add(Fact.of("goldenpath.attempts", test.attempts().size()));
        if (folded != null) {
            properties.add(Fact.of("goldenpath.cause", folded.cause().headline()));
        }
        revisions.forEach(met -> properties.add(Fact.of("goldenpath.revision." + met.key(), met.value())));
        List<String> bypasses = Bypasses.of(run, test.plan().test());
        for (int i = 0; i < bypasses.size(); i++) {
            properties.add(Fact.of("goldenpath.bypass." + (i + 1), bypasses.get(i)));
        }
        return properties;
    }

    /** How it ended: the attempt that counts, and those before it. */
    void writeResults(XmlElements xml) throws SAXException {
        for (String name : ORDER) {
            for (LoggedAttempt attempt : test.earlier()) {
                if (name.equals(repeated(attempt.verdict()))) {
                    writeEarlier(xml, name, attempt);
                }
            }
            if (name.equals(element(test.verdict()))) {
                xml.element(name, attributes(test.verdict(), test.last()), stackTrace(test.last()));
            }
        }
    }

    /** What it rests on, the cause it shares where its message tells of another, and where to read on. */
    String output() {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(
                "verdict",
                test.verdict()
                        + test.last()
                                .map(LoggedAttempt::grade)
                                .map(grade -> ", grade " + grade)
                                .orElse("")));
        if (folded != null) {
            facts.add(Fact.of("root cause", folded.cause().headline() + "\n" + CauseText.steps(folded.whys())));
        }
        // What is the test's own stands in the element of its result.
        test.cause()
                .filter(cause -> !test.message().equals(Optional.of(cause)))
                .ifPresent(cause -> facts.add(Fact.of("cause", cause)));
        if (test.attempts().size() > 1) {
            facts.add(Fact.of(
                    "attempts",
                    test.attempts().stream()
                            .map(attempt -> attempt.number() + " " + attempt.verdict())
                            .collect(Collectors.joining(", "))));
        }
        test.last().ifPresent(last -> facts.addAll(last.facts()));
        facts.add(Fact.of("run log", "run-" + run.run() + "-*.jsonl"));
        facts.add(Fact.of("test", test.plan().test()));
        return "\n" + Fact.lines(facts) + "\n";
    }

    private static String element(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "";
            case SKIPPED -> "skipped";
            case FAILED, SUSPECT -> "failure";
            case BLOCKED, ERROR, MISSING -> "error";
        };
    }

    private String repeated(Verdict earlier) {
        String prefix = test.verdict() == Verdict.PASSED ? "flaky" : "rerun";
        return switch (earlier) {
            case PASSED, SKIPPED -> "";
            case FAILED, SUSPECT -> prefix + "Failure";
            case BLOCKED, ERROR, MISSING -> prefix + "Error";
        };
    }

    private static void writeEarlier(XmlElements xml, String name, LoggedAttempt attempt) throws SAXException {
        Optional<LoggedAttempt> told = Optional.of(attempt);
        xml.element(
                name, attributes(attempt.verdict(), told), () -> xml.element("stackTrace", Map.of(), stackTrace(told)));
    }

    private static Map<String, String> attributes(Verdict verdict, Optional<LoggedAttempt> attempt) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (verdict == Verdict.SKIPPED) {
            attempt.map(LoggedAttempt::reason).ifPresent(reason -> attributes.put("message", reason));
            return attributes;
        }
        Optional<LoggedFailure> failure = attempt.map(LoggedAttempt::failure);
        failure.map(LoggedFailure::message)
                .or(() -> attempt.flatMap(LoggedAttempt::takenBack))
                .or(() -> verdict == Verdict.MISSING ? Optional.of(Causes.NEVER_ENDED) : Optional.empty())
                .ifPresent(message -> attributes.put("message", message));
        attributes.put("type", failure.map(LoggedFailure::type).orElse(verdict.name()));
        return attributes;
    }

    private static String stackTrace(Optional<LoggedAttempt> attempt) {
        return attempt.map(LoggedAttempt::failure)
                .map(LoggedFailure::stackTrace)
                .orElse("");
    }
}
