package dev.goldenpath.report;

import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedFailure;
import dev.goldenpath.runlog.LoggedTest;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds in a test's stack trace where in the test's own class it broke. */
final class StackFrames {
    private static final Pattern FRAME = Pattern.compile(
            "(?m)^[ \\t]*at (?:[^\\s/()]*/){0,2}([\\w$.]+)\\.[^\\s.()]+\\(([\\w$-]+\\.\\w+):(\\d{1,7})\\)");

    private StackFrames() {}

    /**
     * A line of source.
     *
     * @param className of the outermost class
     * @param file its name without a folder
     */
    record Place(String className, String file, int line) {

        /** {@code ChatIT.java:42}. */
        String shown() {
            return file + ":" + line;
        }
    }

    /** The innermost frame in the class; empty where there is none, or the class file holds no lines. */
    static Optional<Place> of(LoggedTest test) {
        String outermost = outermost(test.plan().className());
        return test.last()
                .map(LoggedAttempt::failure)
                .map(LoggedFailure::stackTrace)
                .flatMap(trace -> FRAME.matcher(trace)
                        .results()
                        .filter(frame -> outermost(frame.group(1)).equals(outermost))
                        .findFirst()
                        .map(frame -> new Place(outermost, frame.group(2), Integer.parseInt(frame.group(3)))));
    }

    private static String outermost(String className) {
        int nested = className.indexOf('$');
        return nested < 0 ? className : className.substring(0, nested);
    }
}
