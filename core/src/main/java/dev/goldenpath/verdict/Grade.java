package dev.goldenpath.verdict;

/**
 * How well a pass is proven, best first.
 *
 * @since 0.1.0
 */
public enum Grade {
    /** As {@link #B}, and the service named the user that was meant and said which revision it runs. */
    A,
    /** Bytes both ways with the declared service, as this JVM's own sockets confirm. */
    B,
    /** By our own clients' record alone. */
    C;

    /** Whether this is as good as {@code other}, or better. */
    public boolean isAtLeast(Grade other) {
        return compareTo(other) <= 0;
    }

    /** The worse of the two. */
    public Grade orWorse(Grade other) {
        return isAtLeast(other) ? other : this;
    }
}
