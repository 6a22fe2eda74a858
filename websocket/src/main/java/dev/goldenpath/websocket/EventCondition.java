package dev.goldenpath.websocket;

import dev.goldenpath.client.JsonText;
import java.util.Optional;

/**
 * A value that must stand at a place of an event.
 *
 * @param value as a plain Java object
 */
record EventCondition(String pointer, Object value) {

    static EventCondition of(String pointer, Object value) {
        JsonText json = JsonText.parse(JsonText.write(value));
        Object plain = json.at("")
                .orElseThrow(() -> new IllegalArgumentException("No event can be told by a null at " + pointer));
        requirePointer(pointer);
        return new EventCondition(pointer, plain);
    }

    /**
     * Finds a misspelt pointer before the first message would.
     *
     * @throws IllegalArgumentException when it is no JSON Pointer
     */
    static String requirePointer(String pointer) {
        JsonText.parse("{}").at(pointer);
        return pointer;
    }

    /** For example {@code /run_id is 17}. */
    String inWords() {
        return pointer + " is " + value;
    }

    boolean holdsFor(Arrival event) {
        return at(event, pointer).filter(value::equals).isPresent();
    }

    /** For example {@code /run_id is 18}, or {@code nothing at /run_id}. */
    String differenceOf(Arrival event) {
        return at(event, pointer).map(other -> pointer + " is " + other).orElse("nothing at " + pointer);
    }

    /** What stands at a place of an event; empty where nothing or null does. */
    static Optional<Object> at(Arrival event, String pointer) {
        JsonText json = event.json();
        return json == null ? Optional.empty() : json.at(pointer);
    }
}
