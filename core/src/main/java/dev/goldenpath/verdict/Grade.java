package dev.goldenpath.verdict;

/**
 * How well a pass is proven.
 *
 * @since 0.1.0
 */
public enum Grade {
    /** By our own clients' record. */
    C
}
