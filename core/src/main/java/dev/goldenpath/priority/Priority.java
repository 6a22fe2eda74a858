package dev.goldenpath.priority;

/**
 * The six business priorities, most important first.
 *
 * @since 0.1.0
 */
public enum Priority {
    /** Without this the business stops. */
    P1(1),
    /** Without this a main feature is lost. */
    P2(2),
    /** Without this an important feature is lost. */
    P3(3),
    /** Without this a useful feature is lost. */
    P4(4),
    /** Without this something small is lost. */
    P5(5),
    /** Nice to have. */
    P6(6);

    private final int level;

    Priority(int level) {
        this.level = level;
    }

    /** From 1, the most important, to 6. */
    public int level() {
        return level;
    }
}
