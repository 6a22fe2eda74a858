package dev.goldenpath.evidence;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long the parts of a network call took, from the monotonic clock. One that did not happen is absent. In a call that
 * broke, the part it broke in lasts until then.
 *
 * @param parts what happened, in the order of {@link NetworkPhase}
 * @param unattributed what of the total is in none of the parts, absent where the parts were not measured
 * @param total the whole call as its caller saw it
 * @since 0.1.0
 */
public record Phases(
        Map<NetworkPhase, Duration> parts, @Nullable Duration unattributed, Duration total) {

    /** Copies the parts. */
    public Phases {
        parts = parts.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(parts));
    }

    /** Phases of a call of which only the whole was measured. */
    public static Phases ofTotal(Duration total) {
        return new Phases(Map.of(), null, total);
    }

    /** How long a part took; empty when it did not happen. */
    public Optional<Duration> of(NetworkPhase phase) {
        return Optional.ofNullable(parts.get(phase));
    }

    /** For messages: {@code queued 0.1 ms, wait 50.4 ms, total 51.0 ms}. */
    public String words() {
        StringBuilder words = new StringBuilder();
        parts.forEach((phase, took) ->
                words.append(phase.word()).append(' ').append(millis(took)).append(", "));
        return words.append("total ").append(millis(total)).toString();
    }

    private static String millis(Duration took) {
        return String.format(Locale.ROOT, "%.1f ms", took.toNanos() / 1e6);
    }
}
