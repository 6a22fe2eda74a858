package dev.goldenpath.witness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;

/**
 * A known number of reads and writes, for the flight recorder to have seen. What tells of them is the JDK's own event, and
 * no other that bears its name. Use once.
 */
final class SelfCheck {
    /** More than a recording of the JDK's own settings lets through in a second. */
    private static final int TIMES = 200;

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final long thread = Thread.currentThread().getId();
    private final Map<Long, Integer> writes = new HashMap<>();
    private final Map<Long, Integer> reads = new HashMap<>();

    /**
     * Does it on the calling thread.
     *
     * @return the types of the JDK's own events
     * @throws IOException with the reason where not all of it was seen
     */
    static SocketTypes of(FlightRecording recording) throws IOException {
        SelfCheck check = new SelfCheck();
        Instant from = Instant.now();
        check.exchange();
        recording.replay(
                from,
                events -> {
                    events.onEvent(SocketTypes.WRITE, event -> check.count(event, check.writes));
                    events.onEvent(SocketTypes.READ, event -> check.count(event, check.reads));
                },
                LIMIT);
        return SocketTypes.with(only(check.reads, "reads"), only(check.writes, "writes"));
    }

    private void exchange() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket near = new Socket(listening.getInetAddress(), listening.getLocalPort());
                Socket far = listening.accept()) {
            far.setSoTimeout(TIMEOUT_MILLIS);
            for (int i = 1; i <= TIMES; i++) {
                near.getOutputStream().write(i);
                if (far.getInputStream().read() != (i & 0xff)) {
                    throw new IOException("its own connection on loopback was answered by another");
                }
            }
        }
    }

    /** By the number of the event's type. */
    private void count(RecordedEvent event, Map<Long, Integer> counts) {
        if (event.getThread() != null && event.getThread().getJavaThreadId() == thread) {
            counts.merge(event.getEventType().getId(), 1, Integer::sum);
        }
    }

    private static long only(Map<Long, Integer> counts, String what) throws IOException {
        if (counts.size() != 1 || !counts.containsValue(TIMES)) {
            throw new IOException("of its " + TIMES + " " + what + " it saw " + counts.values());
        }
        return counts.keySet().iterator().next();
    }
}
