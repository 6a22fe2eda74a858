package dev.goldenpath.environment;

/**
 * What becomes of tests that need a degraded service.
 *
 * @since 0.1.0
 */
public enum OnDegraded {
    /** They run, and those that pass say so. */
    PROCEED,
    /** They are blocked. */
    BLOCK
}
