package dev.goldenpath.verdict;

/**
 * When a test ended early.
 *
 * @since 0.1.0
 */
public enum Moment {
    /** Before the test method. */
    SETUP,
    /** In the test method, or in the referee's ruling on it. */
    TEST,
    /** After the test method. */
    TEARDOWN
}
