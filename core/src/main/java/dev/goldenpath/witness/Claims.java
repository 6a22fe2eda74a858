package dev.goldenpath.witness;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** What the WebSocket sessions of one test say they exchanged, by peer. Thread-safe. */
final class Claims {
    private final Map<String, Sum> sums = new LinkedHashMap<>();

    /** Payload both ways. */
    record Sum(long sent, long received) {}

    synchronized void add(String peer, long sent, long received) {
        sums.merge(peer, new Sum(sent, received), (a, b) -> new Sum(a.sent + b.sent, a.received + b.received));
    }

    synchronized void forEach(BiConsumer<String, Sum> each) {
        sums.forEach(each);
    }
}
