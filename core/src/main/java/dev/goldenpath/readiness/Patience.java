package dev.goldenpath.readiness;

import java.time.Duration;

/** How long services may take to become ready. */
final class Patience {
    private static final Duration FIRST_LOOK = Duration.ofSeconds(10);

    private final long began = System.nanoTime();
    private final Duration limit;
    private final Duration spent;

    /** @param spent how much of it other JVMs of the run have waited already */
    Patience(Duration limit, Duration spent) {
        this.limit = limit;
        this.spent = spent;
    }

    Duration limit() {
        return limit;
    }

    /** When it ends, as {@link System#nanoTime()} tells it. */
    long deadline() {
        return began + Math.max(0, limit.minus(spent).toNanos());
    }

    /** As above, and not before this JVM has had the time for a look of its own, where others have waited already. */
    long firstLook() {
        return spent.isZero() ? deadline() : Math.max(deadline(), began + FIRST_LOOK.toNanos());
    }

    /** What is left of it; zero or less when it is over. */
    Duration left() {
        return Duration.ofNanos(deadline() - System.nanoTime());
    }

    boolean isOver() {
        return left().isNegative() || left().isZero();
    }

    /** How long has been waited, by all JVMs together. */
    Duration waited() {
        return spent.plusNanos(System.nanoTime() - began);
    }
}
