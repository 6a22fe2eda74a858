package dev.goldenpath.websocket;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts events of expected types against how often each was expected. Not thread-safe. */
final class Occurrences {
    private final List<String> expected;
    private final Map<String, List<Arrival>> byType = new HashMap<>();

    Occurrences(List<String> expected) {
        this.expected = expected;
    }

    /** All events of this one's type when it is one too many; else, or when its type was not expected, none. */
    List<Arrival> add(Arrival event) {
        String type = EventCursor.name(event);
        if (!expected.contains(type)) {
            return List.of();
        }
        List<Arrival> all = byType.computeIfAbsent(type, key -> new ArrayList<>());
        all.add(event);
        return all.size() > Collections.frequency(expected, type) ? all : List.of();
    }
}
