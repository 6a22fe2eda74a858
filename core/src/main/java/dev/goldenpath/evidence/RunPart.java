package dev.goldenpath.evidence;

/**
 * When in a run a service was looked at.
 *
 * @since 0.1.0
 */
public enum RunPart {
    /** Before the first test. */
    BEFORE,
    /** While tests ran. */
    DURING,
    /** Behind the last test. */
    AFTER
}
