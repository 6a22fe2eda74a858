package dev.goldenpath.websocket;

import dev.goldenpath.client.JsonText;
import dev.goldenpath.evidence.RecordedEvidence;
import org.jspecify.annotations.Nullable;

/** A received text message with what assertions need of it. Thread-safe. */
final class Arrival {
    private final long number;
    private final String text;
    private final @Nullable String type;
    private final boolean heartbeat;
    private final long nanos;
    private final RecordedEvidence recorded;
    private @Nullable JsonText json;
    private boolean parsed;

    /**
     * A message.
     *
     * @param number its place among the messages its session received, from 1
     * @param type the event type, absent when the message has none
     * @param heartbeat whether it only keeps the connection alive
     * @param nanos when it arrived, as a reading of {@link System#nanoTime()}
     * @param recorded the evidence it left
     */
    Arrival(long number, String text, @Nullable String type, boolean heartbeat, long nanos, RecordedEvidence recorded) {
        this.number = number;
        this.text = text;
        this.type = type;
        this.heartbeat = heartbeat;
        this.nanos = nanos;
        this.recorded = recorded;
    }

    long number() {
        return number;
    }

    String text() {
        return text;
    }

    @Nullable
    String type() {
        return type;
    }

    boolean heartbeat() {
        return heartbeat;
    }

    long nanos() {
        return nanos;
    }

    RecordedEvidence recorded() {
        return recorded;
    }

    /** Absent when the message is not JSON; parsed when it is first asked for. */
    synchronized @Nullable JsonText json() {
        if (!parsed) {
            json = EventFields.json(text);
            parsed = true;
        }
        return json;
    }
}
