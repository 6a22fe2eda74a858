package dev.goldenpath.websocket;

import dev.goldenpath.client.JsonPlace;
import dev.goldenpath.client.JsonText;
import dev.goldenpath.environment.EventSettings;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a message as an event, the way its service says. Immutable. */
final class EventFields {
    private final @Nullable JsonPlace type;
    private final Set<String> heartbeats;

    EventFields(EventSettings settings) {
        this.type = settings.type() == null ? null : new JsonPlace(settings.type());
        this.heartbeats = settings.heartbeats();
    }

    /** Absent when the text is not JSON. */
    static @Nullable JsonText json(String text) {
        try {
            return JsonText.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Absent when the text is no JSON or has no such place, or nothing or a blank text stands there. */
    @Nullable
    String type(String text) {
        return type == null
                ? null
                : type.in(text).filter(found -> !found.isBlank()).orElse(null);
    }

    /** Whether a received text only keeps the connection alive: it is listed, or has no type where events have one. */
    boolean isHeartbeat(@Nullable String foundType, String text) {
        return (foundType == null && type != null)
                || (!heartbeats.isEmpty()
                        && (heartbeats.contains(text) || (foundType != null && heartbeats.contains(foundType))));
    }
}
