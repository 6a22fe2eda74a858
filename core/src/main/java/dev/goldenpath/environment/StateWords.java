package dev.goldenpath.environment;

import dev.goldenpath.evidence.ServiceState;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which words of a health document mean what; compared without regard to case.
 *
 * @param healthy lower case
 * @param degraded lower case
 * @param failed lower case
 * @since 0.1.0
 */
public record StateWords(Set<String> healthy, Set<String> degraded, Set<String> failed) {
    /** What most services write. */
    public static final StateWords DEFAULT = new StateWords(
            Set.of("up", "ok", "healthy", "ready", "pass", "passing", "connected", "available", "true", "green"),
            Set.of("degraded", "warn", "warning", "partial", "yellow"),
            Set.of(
                    "down",
                    "fail",
                    "failed",
                    "failing",
                    "error",
                    "unhealthy",
                    "critical",
                    "disconnected",
                    "unavailable",
                    "out_of_service",
                    "false",
                    "red"));

    /** Copies the words. */
    public StateWords {
        healthy = Set.copyOf(healthy);
        degraded = Set.copyOf(degraded);
        failed = Set.copyOf(failed);
    }

    /** What {@code word} means; empty where it is none of these. */
    public Optional<ServiceState> of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (healthy.contains(lower)) {
            return Optional.of(ServiceState.HEALTHY);
        }
        if (degraded.contains(lower)) {
            return Optional.of(ServiceState.DEGRADED);
        }
        return failed.contains(lower) ? Optional.of(ServiceState.FAILED) : Optional.empty();
    }
}
