package dev.goldenpath.readiness;

import dev.goldenpath.evidence.ServiceState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one check saw at one look.
 *
 * @param state what it means for the service
 * @param words what was seen, for people; without secrets
 * @param retryAfter when the service asks to be looked at again, absent where it does not say
 * @since 0.1.0
 */
public record Sight(
        ServiceState state, String words, @Nullable Duration retryAfter) {

    /** A sight with no wish of the service when to look again. */
    public static Sight of(ServiceState state, String words) {
        return new Sight(state, words, null);
    }
}
