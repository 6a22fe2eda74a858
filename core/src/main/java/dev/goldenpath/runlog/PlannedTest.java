package dev.goldenpath.runlog;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A test as it was planned.
 *
 * @param test JUnit unique id
 * @param className fully qualified name of the test class
 * @param name legacy reporting name, for example {@code answers()}
 * @param displayName for people
 * @param priority {@code P1} to {@code P6}, or {@code none}
 * @param category the test's nearest other tag, else the last part of its package
 * @param protects names below {@code revenue}
 * @since 0.1.0
 */
public record PlannedTest(
        String test,
        String className,
        String name,
        String displayName,
        String priority,
        String category,
        List<String> protects) {

    /** The priority of a test that has none. */
    public static final String NO_PRIORITY = "none";

    private static final Pattern TOP_LEVEL = Pattern.compile("\\[class(?:-template)?:([^\\]]+)]");

    /** Copies the names. */
    public PlannedTest {
        protects = List.copyOf(protects);
    }

    /** The name of the outermost class that a test is in, by its unique id; empty where it is in none. */
    public static Optional<String> topLevelClassOf(String test) {
        Matcher matcher = TOP_LEVEL.matcher(test);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
