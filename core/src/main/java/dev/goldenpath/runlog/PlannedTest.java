package dev.goldenpath.runlog;

import java.util.List;

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

    /** Copies the names. */
    public PlannedTest {
        protects = List.copyOf(protects);
    }
}
