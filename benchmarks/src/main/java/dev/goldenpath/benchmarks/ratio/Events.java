package dev.goldenpath.benchmarks.ratio;

import java.util.Locale;
import java.util.stream.IntStream;

/** What goes over a WebSocket: 100 bytes of JSON, an event with a type and an id that no other nearby has. */
final class Events {
    private static final int BYTES = 100;
    private static final String[] ALL =
            IntStream.range(0, 1000).mapToObj(Events::event).toArray(String[]::new);

    private int next;

    /** The next event. Made before anything is measured. */
    String next() {
        next = (next + 1) % ALL.length;
        return ALL[next];
    }

    private static String event(int id) {
        String template = "{\"type\":\"agent_thinking\",\"id\":\"e-%06d\",\"run_id\":\"r-7741902\",\"thought\":\"%s\"}";
        String unfilled = String.format(Locale.ROOT, template, id, "");
        return String.format(Locale.ROOT, template, id, "x".repeat(BYTES - unfilled.length()));
    }
}
