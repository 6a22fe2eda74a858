package dev.goldenpath.websocket;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Sessions at {@code /room/<name>/<size>/<way>}. When there are so many, each is told {@code complete}; what one sends it
 * gets back, and the one that came next gets it, too: as a text, in two {@code fragments}, or as {@code binary}.
 */
final class Room {
    private static final Map<String, Room> ROOMS = new ConcurrentHashMap<>();

    private final List<WireFrames> members = new CopyOnWriteArrayList<>();

    static Room of(WireRequest request) {
        return ROOMS.computeIfAbsent(request.segment(1), name -> new Room());
    }

    void enter(WireFrames frames, int size) throws IOException {
        int number;
        synchronized (this) {
            members.add(frames);
            number = members.size();
        }
        if (number == size) {
            for (WireFrames member : members) {
                member.writeAll(WireFrames.text("{\"type\":\"complete\"}"));
            }
        }
    }

    void sent(WireFrames by, String text, String way) throws IOException {
        by.writeAll(WireFrames.text(text));
        WireFrames other = members.get((members.indexOf(by) + 1) % members.size());
        switch (way) {
            case "text" -> other.writeAll(WireFrames.text(text));
            case "fragments" -> other.writeAll(WireFrames.fragments(text, 2));
            case "binary" -> other.writeAll(WireFrames.binary(text.getBytes(StandardCharsets.UTF_8)));
            default -> {
                // Kept apart.
            }
        }
    }
}
