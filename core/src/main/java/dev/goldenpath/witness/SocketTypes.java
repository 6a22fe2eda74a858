package dev.goldenpath.witness;

import dev.goldenpath.evidence.ExchangeEvents;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;

/**
 * The types of the real events, by number: any class may bear the name of one.
 *
 * @param read {@code jdk.SocketRead}
 * @param write {@code jdk.SocketWrite}
 * @param begun {@link ExchangeEvents#BEGUN}
 * @param ended {@link ExchangeEvents#ENDED}
 * @param mark {@link TestMark}
 */
record SocketTypes(long read, long write, long begun, long ended, long mark) {
    static final String READ = "jdk.SocketRead";
    static final String WRITE = "jdk.SocketWrite";
    static final Set<String> NAMES = Set.of(READ, WRITE, ExchangeEvents.BEGUN, ExchangeEvents.ENDED, TestMark.NAME);

    static SocketTypes registered() {
        List<EventType> all = FlightRecorder.getFlightRecorder().getEventTypes();
        FlightRecorder.register(TestMark.class);
        return new SocketTypes(
                first(all, READ),
                first(all, WRITE),
                ExchangeEvents.begun().getId(),
                ExchangeEvents.ended().getId(),
                EventType.getEventType(TestMark.class).getId());
    }

    /** The JDK numbers its own types before all others. */
    private static long first(List<EventType> all, String name) {
        return all.stream()
                .filter(type -> type.getName().equals(name))
                .min(Comparator.comparingLong(EventType::getId))
                .orElseThrow(() -> new IllegalStateException("This JVM has no event " + name))
                .getId();
    }
}
