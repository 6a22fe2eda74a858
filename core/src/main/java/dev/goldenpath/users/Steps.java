package dev.goldenpath.users;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The steps of many users, by name, in the order in which they first began. Thread-safe. */
final class Steps {
    private final Map<String, StepFigures> figures = new LinkedHashMap<>();

    synchronized StepFigures of(String name) {
        return figures.computeIfAbsent(name, StepFigures::new);
    }

    synchronized Map<String, StepFigures> all() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }
}
