package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedFailure;
import dev.goldenpath.runlog.LoggedTest;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a test ended, as the elements of its test case in the JUnit XML. */
final class JunitXmlCase {
    /** Surefire's schema wants the elements of a test case in this order. */
    private static final List<String> ORDER =
            List.of("failure", "rerunFailure", "flakyFailure", "skipped", "error", "rerunError", "flakyError");

    private static final int LONGEST_MESSAGE = 4_000;
    private static final int LONGEST_STACK_TRACE = 32_000;

    private final LoggedTest test;

    JunitXmlCase(LoggedTest test) {
        this.test = test;
    }

    /** The attempt that counts, and those before it. */
    void writeResults(XmlElements xml) throws IOException {
        for (String name : ORDER) {
            for (LoggedAttempt attempt : test.earlier()) {
                if (name.equals(repeated(attempt.verdict()))) {
                    writeEarlier(xml, name, attempt);
                }
            }
            if (name.equals(element(test.verdict()))) {
                Map<String, String> attributes = attributes(test.verdict(), test.last());
                // Some readers show the text alone, and others the message.
                String text = stackTrace(test.last()).orElse(attributes.getOrDefault("message", ""));
                xml.element(name, attributes, text);
            }
        }
    }

    private static String element(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> "";
            case KNOWN, SKIPPED -> "skipped";
            case FAILED, SUSPECT -> "failure";
            case BLOCKED, ERROR, MISSING -> "error";
        };
    }

    private String repeated(Verdict earlier) {
        String prefix = test.verdict() == Verdict.PASSED ? "flaky" : "rerun";
        return switch (earlier) {
            case PASSED, KNOWN, SKIPPED -> "";
            case FAILED, SUSPECT -> prefix + "Failure";
            case BLOCKED, ERROR, MISSING -> prefix + "Error";
        };
    }

    private static void writeEarlier(XmlElements xml, String name, LoggedAttempt attempt) throws IOException {
        Optional<LoggedAttempt> told = Optional.of(attempt);
        xml.element(
                name,
                attributes(attempt.verdict(), told),
                () -> xml.element("stackTrace", Map.of(), stackTrace(told).orElse("")));
    }

    private static Map<String, String> attributes(Verdict verdict, Optional<LoggedAttempt> attempt) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (verdict == Verdict.SKIPPED) {
            attempt.map(LoggedAttempt::reason).ifPresent(reason -> message(attributes, reason));
            return attributes;
        }
        if (verdict == Verdict.KNOWN) {
            // A skip has no type.
            attempt.flatMap(LoggedAttempt::message).ifPresent(known -> message(attributes, known));
            return attributes;
        }
        Optional<LoggedFailure> failure = attempt.map(LoggedAttempt::failure);
        failure.map(LoggedFailure::message)
                .map(message -> message + attempt.map(LoggedAttempt::remarks).orElse(""))
                .or(() -> attempt.flatMap(LoggedAttempt::takenBack))
                .or(() -> verdict == Verdict.MISSING ? Optional.of(Causes.NEVER_ENDED) : Optional.empty())
                .ifPresent(message -> message(attributes, message));
        attributes.put("type", failure.map(LoggedFailure::type).orElse(verdict.name()));
        return attributes;
    }

    private static void message(Map<String, String> attributes, String message) {
        attributes.put("message", Shortened.to(LONGEST_MESSAGE, message));
    }

    private static Optional<String> stackTrace(Optional<LoggedAttempt> attempt) {
        return attempt.map(LoggedAttempt::failure)
                .map(LoggedFailure::stackTrace)
                .map(trace -> Shortened.to(LONGEST_STACK_TRACE, trace));
    }
}
