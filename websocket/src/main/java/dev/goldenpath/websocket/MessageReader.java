package dev.goldenpath.websocket;

import dev.goldenpath.client.JsonText;
import org.jspecify.annotations.Nullable;

/** Reads a message as an event. */
final class MessageReader {
    private MessageReader() {}

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
}
