package dev.goldenpath.verdict;

/**
 * What is known about a test when all is said. Only {@link #PASSED} counts as a pass.
 *
 * @since 0.1.0
 */
public enum Verdict {
    /** Its assertions held, and the evidence supports it. */
    PASSED,
    /** An assertion failed, a time was up, or a call to a service was refused or broke, in the test itself. */
    FAILED,
    /** Its assertions held, but nothing real was witnessed. */
    SUSPECT,
    /** The environment, or a service it needs, was not there. */
    BLOCKED,
    /** The test itself is broken: its set-up or tear-down, its configuration, or any other throwable. */
    ERROR,
    /** It failed of a known issue that somebody is at work on. */
    KNOWN,
    /** It did not run, for a reason it gave. */
    SKIPPED,
    /** It was planned and never reported. */
    MISSING
}
