package dev.goldenpath.witness;

import dev.goldenpath.evidence.ExchangeEvents;
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

    /** Our own, and these of the JDK. */
    static SocketTypes with(long read, long write) {
        FlightRecorder.register(TestMark.class);
        return new SocketTypes(
                read,
                write,
                ExchangeEvents.begun().getId(),
                ExchangeEvents.ended().getId(),
                EventType.getEventType(TestMark.class).getId());
    }
}
