package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedFailure;
import dev.goldenpath.runlog.LoggedTest;
import java.util.Optional;

/** Where in the code of a test it ended. */
final class TestSource {
    private TestSource() {}

    /** {@code ChatIT.java:42}, the topmost line of the test's own class in its stack trace; empty where there is none. */
    static Optional<String> of(LoggedTest test) {
        String type = test.plan().className();
        return test.last()
                .map(LoggedAttempt::failure)
                .map(LoggedFailure::stackTrace)
                .flatMap(trace -> trace.lines()
                        .filter(line -> line.stripLeading().startsWith("at ") && line.endsWith(")"))
                        .filter(line -> isOf(type, line))
                        .map(line -> line.substring(line.lastIndexOf('(') + 1, line.length() - 1))
                        .filter(place -> place.indexOf(':') > 0)
                        .findFirst());
    }

    /** Also of a lambda or a nested class of it. */
    private static boolean isOf(String type, String line) {
        int at = line.indexOf(type);
        int behind = at + type.length();
        boolean begins = at > 0 && (line.charAt(at - 1) == ' ' || line.charAt(at - 1) == '/');
        return begins && behind < line.length() && (line.charAt(behind) == '.' || line.charAt(behind) == '$');
    }
}
