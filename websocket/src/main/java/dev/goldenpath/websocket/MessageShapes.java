package dev.goldenpath.websocket;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The shapes that the messages of a session are held against, each compiled once. Thread-safe. */
final class MessageShapes {
    private final Map<String, MessageShape> compiled = new ConcurrentHashMap<>();

    /** The shape of a schema; {@code name} is for messages. */
    MessageShape of(String name, String schema) {
        return compiled.computeIfAbsent(schema, text -> MessageShape.of(name, text));
    }
}
