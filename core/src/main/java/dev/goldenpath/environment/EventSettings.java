package dev.goldenpath.environment;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the WebSocket messages of a service are read.
 *
 * @param type JSON Pointer to the type of a message, absent where messages have none
 * @param heartbeats messages that only keep a connection alive: the type of one, or the whole of its text
 * @param contracts what the service promises about its events, by name
 * @since 0.1.0
 */
public record EventSettings(@Nullable String type, Set<String> heartbeats, Map<String, EventContract> contracts) {
    /** Of a service that says nothing about its events. */
    public static final EventSettings NONE = new EventSettings(null, Set.of(), Map.of());

    /** Copies the collections. */
    public EventSettings {
        heartbeats = Set.copyOf(heartbeats);
        contracts = Map.copyOf(contracts);
    }

    /** Of a service whose messages have a type, and that says nothing else. */
    public static EventSettings ofType(String pointer) {
        return new EventSettings(pointer, Set.of(), Map.of());
    }
}
