package dev.goldenpath.runlog;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a run log: {@code run-<run>-<pid>-<start of the JVM, ms>.jsonl}, with {@code -2} and so on behind it where
 * one JVM has written several.
 *
 * @param run the run's id
 * @param pid the JVM's process id
 * @param startMillis when the JVM started, in milliseconds since 1970
 */
record LogName(String run, long pid, long startMillis) {
    private static final Pattern FORM = Pattern.compile("run-(.+)-(\\d{1,18})-(\\d{13})(?:-\\d+)?\\.jsonl");

    /** Empty when {@code file} is no run log by its name. */
    static Optional<LogName> of(Path file) {
        Matcher matcher = FORM.matcher(file.getFileName().toString());
        return matcher.matches()
                ? Optional.of(new LogName(
                        matcher.group(1), Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3))))
                : Optional.empty();
    }

    Instant jvmStart() {
        return Instant.ofEpochMilli(startMillis);
    }
}
