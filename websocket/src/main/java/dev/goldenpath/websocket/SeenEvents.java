package dev.goldenpath.websocket;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The first and the newest of the events that an assertion has looked at. Not thread-safe. */
final class SeenEvents {
    /**
     * An event.
     *
     * @param late whether it came when its limit was over
     */
    record Seen(Arrival arrival, boolean late) {}

    private final int mostAtEachEnd;
    private final List<Seen> first = new ArrayList<>();
    private final Deque<Seen> newest = new ArrayDeque<>();
    private long forgotten;

    SeenEvents(int mostAtEachEnd) {
        this.mostAtEachEnd = mostAtEachEnd;
    }

    void add(Seen event) {
        if (first.size() < mostAtEachEnd) {
            first.add(event);
            return;
        }
        if (newest.size() == mostAtEachEnd) {
            newest.removeFirst();
            forgotten++;
        }
        newest.addLast(event);
    }

    List<Seen> first() {
        return first;
    }

    /** How many came between the first and the newest. */
    long forgotten() {
        return forgotten;
    }

    List<Seen> newest() {
        return List.copyOf(newest);
    }
}
