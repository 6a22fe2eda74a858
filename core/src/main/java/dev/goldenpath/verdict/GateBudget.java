package dev.goldenpath.verdict;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A limit, other than a pass rate, that the gate looked at.
 *
 * @param name its key below {@code gate} in {@code goldenpath.yaml}
 * @param actual what the run came to, in words
 * @param allowed the limit in words
 * @param missed why the run is red by it, absent where the limit is kept
 * @since 0.1.0
 */
public record GateBudget(
        String name,
        String actual,
        String allowed,
        @Nullable GateReason missed) {

    /** Whether the limit is kept. */
    public boolean isKept() {
        return missed == null;
    }

    Optional<GateReason> reason() {
        return Optional.ofNullable(missed);
    }
}
