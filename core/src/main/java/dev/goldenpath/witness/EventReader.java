package dev.goldenpath.witness;

import dev.goldenpath.witness.TestMark.What;
import java.time.Instant;
import java.util.Objects;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;

/** Reads the flight recorder's events. Not thread-safe. */
final class EventReader {
    static final String DATA_LOSS = "jdk.DataLoss";

    private final SocketTypes types;
    private final WireEvents to;

    EventReader(SocketTypes types, WireEvents to) {
        this.types = types;
        this.to = to;
    }

    /** Has this stream, which is about to be started, tell what it holds. */
    void readFrom(EventStream stream) {
        SocketTypes.NAMES.forEach(name -> stream.onEvent(name, this::read));
        stream.onEvent(DATA_LOSS, loss -> to.lost());
    }

    private void read(RecordedEvent event) {
        long type = event.getEventType().getId();
        if (type == types.read()) {
            to.used(use(event, false, event.getLong("bytesRead")));
        } else if (type == types.write()) {
            to.used(use(event, true, event.getLong("bytesWritten")));
        } else if (type == types.begun()) {
            to.exchangeBegun(thread(event), event.getLong("number"));
        } else if (type == types.ended()) {
            to.exchangeEnded(claim(event));
        } else if (type == types.mark()) {
            to.marked(
                    thread(event),
                    What.valueOf(event.getString("what")),
                    event.getLong("recording"),
                    nanos(event.getStartTime()));
        } else {
            to.forged(thread(event));
        }
    }

    private static SocketUse use(RecordedEvent event, boolean write, long bytes) {
        RecordedThread thread = event.getThread();
        String name = thread == null ? null : thread.getJavaName();
        return new SocketUse(
                thread(event),
                Objects.requireNonNullElse(name, ""),
                nanos(event.getStartTime()),
                new Peer(Objects.requireNonNullElse(event.getString("address"), ""), event.getInt("port")),
                write,
                // At the end of a stream nothing is read.
                Math.max(0, bytes));
    }

    private static ExchangeClaim claim(RecordedEvent event) {
        return new ExchangeClaim(
                event.getLong("number"),
                event.getLong("recording"),
                event.getString("method") + " to '" + event.getString("service") + "' (call " + event.getLong("call")
                        + ")",
                Peer.parse(event.getString("remote")),
                Peer.parse(event.getString("local")),
                event.getLong("sent"),
                event.getLong("received"),
                event.getBoolean("atLeast"),
                event.getBoolean("answered"));
    }

    private static long thread(RecordedEvent event) {
        RecordedThread thread = event.getThread();
        return thread == null ? -1 : thread.getJavaThreadId();
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}
