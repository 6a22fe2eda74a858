package dev.goldenpath.evidence;

/**
 * The part of a test during which something was observed.
 *
 * @since 0.1.0
 */
public enum Phase {
    /** Before the test method: constructor, {@code @BeforeAll}, {@code @BeforeEach}. */
    SETUP,
    /** A call that the library made for itself; it never proves anything about a test. */
    PROBE,
    /** The test method itself. */
    TEST,
    /** After the test method: {@code @AfterEach}, {@code @AfterAll}, clean-up. */
    TEARDOWN
}
