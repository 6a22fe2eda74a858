package dev.goldenpath.evidence;

import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;

/**
 * The events by which the JVM's flight recorder tells of exchanges. Fails to link in a JVM without the module {@code
 * jdk.jfr}; {@link ExchangeBracket} does not.
 *
 * @since 0.1.0
 */
public final class ExchangeEvents {
    /** An exchange begins: {@code number}. */
    public static final String BEGUN = "dev.goldenpath.ExchangeBegun";

    /**
     * It has ended: {@code number}, {@code recording} and {@code call}; {@code method} and {@code service}; {@code
     * remote} and {@code local} as in {@link Connection}, or null; {@code sent} and {@code received} bytes, or {@code
     * atLeast} as many on the wire; whether it was {@code answered}.
     */
    public static final String ENDED = "dev.goldenpath.ExchangeEnded";

    private ExchangeEvents() {}

    /** The type of the real {@link #BEGUN}: any class may bear its name. */
    public static EventType begun() {
        FlightRecorder.register(ExchangeBegun.class);
        return EventType.getEventType(ExchangeBegun.class);
    }

    /** The type of the real {@link #ENDED}. */
    public static EventType ended() {
        FlightRecorder.register(ExchangeEnded.class);
        return EventType.getEventType(ExchangeEnded.class);
    }
}
