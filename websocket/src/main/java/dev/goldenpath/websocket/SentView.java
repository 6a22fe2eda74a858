package dev.goldenpath.websocket;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest texts that a session has sent, so that they can be told from what the service sends. Thread-safe. */
final class SentView {
    private static final int MOST = 1_000;
    /** Together with their number this bounds the memory of a session. */
    private static final long MOST_CHARACTERS = 1L << 20;

    private final Deque<SentText> newest = new ArrayDeque<>();
    private long characters;

    /**
     * A text.
     *
     * @param nanos when it was sent, as a reading of {@link System#nanoTime()}
     */
    record SentText(String text, long nanos) {}

    synchronized void add(String text, long nanos) {
        newest.addLast(new SentText(text, nanos));
        characters += text.length();
        while (newest.size() > MOST || (characters > MOST_CHARACTERS && newest.size() > 1)) {
            characters -= newest.removeFirst().text().length();
        }
    }

    /** Whether this very text is among them. */
    synchronized boolean holds(String text) {
        return newest.stream().anyMatch(sent -> sent.text().equals(text));
    }

    /** Oldest first. */
    synchronized List<SentText> kept() {
        return List.copyOf(newest);
    }
}
