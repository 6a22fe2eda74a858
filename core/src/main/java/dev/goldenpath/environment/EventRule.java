package dev.goldenpath.environment;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a contract says about one type of event.
 *
 * @param type its name
 * @param aliases other names of it
 * @param least how often it comes at least
 * @param most how often it comes at most; absent where any number will do
 * @param within until when the first of it has come, counted from the subject's beginning; absent where only the whole
 *     contract has a limit
 * @param schema the JSON Schema of the whole message, as JSON text; absent where its shape is not promised
 * @param origin where it is declared
 * @since 0.1.0
 */
public record EventRule(
        String type,
        Set<String> aliases,
        int least,
        @Nullable Integer most,
        @Nullable Duration within,
        @Nullable String schema,
        Origin origin) {

    /** Copies the aliases. */
    public EventRule {
        aliases = Set.copyOf(aliases);
    }

    /** Whether an event of type {@code name} is one of these. */
    public boolean covers(String name) {
        return type.equals(name) || aliases.contains(name);
    }
}
