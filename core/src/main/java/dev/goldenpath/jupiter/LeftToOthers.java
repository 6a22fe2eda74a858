package dev.goldenpath.jupiter;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a launcher session has left tests to other shards, and planned none itself. Not thread-safe. */
final class LeftToOthers {
    /** How deep the session stands in others; 0 while no test was left. */
    private int depth;

    private @Nullable RunSettings settings;

    /** Notes that a test was left. */
    void note(int sessionDepth) {
        depth = depth == 0 ? sessionDepth : depth;
    }

    boolean isNoted() {
        return depth > 0;
    }

    /** Notes that a plan without golden-path tests is run: a session that only discovers runs no shard. */
    void ranEmptyPlan(RunSettings of) {
        settings = of;
    }

    /**
     * Forgets it with the session that it is of.
     *
     * @param sessionsLeft how many sessions are open still
     * @return the settings of an empty plan, where there was one
     */
    Optional<RunSettings> endedWith(int sessionsLeft) {
        if (sessionsLeft >= depth) {
            return Optional.empty();
        }
        Optional<RunSettings> empty = Optional.ofNullable(settings);
        depth = 0;
        settings = null;
        return empty;
    }
}
