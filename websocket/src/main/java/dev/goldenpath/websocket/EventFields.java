package dev.goldenpath.websocket;

import dev.goldenpath.client.JsonText;
import dev.goldenpath.environment.EventSettings;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a message as an event, the way its service says. */
final class EventFields {
    private EventFields() {}

    /** Absent when the text is not JSON. */
    static @Nullable JsonText json(String text) {
        try {
            return JsonText.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Absent when there is no such place, or nothing or a blank text stands there. */
    static @Nullable String type(@Nullable JsonText json, @Nullable String pointer) {
        return json == null || pointer == null
                ? null
                : json.at(pointer)
                        .map(Object::toString)
                        .filter(type -> !type.isBlank())
                        .orElse(null);
    }

    /** As above, of a text that may be no JSON. */
    static @Nullable String type(String text, @Nullable String pointer) {
        return pointer == null ? null : type(json(text), pointer);
    }

    /** Whether a received text only keeps the connection alive: it is listed, or has no type where events have one. */
    static boolean isHeartbeat(EventSettings events, @Nullable String type, String text) {
        Set<String> heartbeats = events.heartbeats();
        return (type == null && events.type() != null)
                || (!heartbeats.isEmpty()
                        && (heartbeats.contains(text) || (type != null && heartbeats.contains(type))));
    }
}
