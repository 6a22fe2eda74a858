package dev.goldenpath.websocket;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest binary messages that a session received. Thread-safe. */
final class BinaryView {
    private static final long MOST_BYTES = 32L << 20;

    private final int most;
    private final Deque<ReceivedBinary> messages = new ArrayDeque<>();
    private long bytes;

    /** A view that keeps {@code most} messages, or fewer where they are large. */
    BinaryView(int most) {
        this.most = most;
    }

    synchronized void add(ReceivedBinary message) {
        messages.addLast(message);
        bytes += message.size();
        while (messages.size() > most || (bytes > MOST_BYTES && messages.size() > 1)) {
            bytes -= messages.removeFirst().size();
        }
    }

    /** Oldest first. */
    synchronized List<ReceivedBinary> kept() {
        return List.copyOf(messages);
    }
}
