package dev.goldenpath.websocket;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.evidence.Canary;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about an {@link EventStream}. They count all its events since the session was opened, and wait for those
 * still to come. A failure shows what arrived and when, counted from the start of the handshake, redacted.
 *
 * @since 0.1.0
 */
public final class EventStreamAssert extends AbstractAssert<EventStreamAssert, EventStream> {
    private List<String> inOrder = List.of();

    EventStreamAssert(EventStream actual) {
        super(actual, EventStreamAssert.class);
    }

    /**
     * Verifies that the first events are of exactly these types, in this order. Returns when the last of them has
     * arrived; what follows it is not looked at. Fails at once when an event of another type is among them, or the
     * session ends before the last.
     *
     * @param within how long to wait for the last of them
     * @param types at least one
     * @throws ConfigurationException when the service declares no {@code events.type}
     */
    public EventStreamAssert arriveInOrder(Within within, String... types) {
        List<String> expected = List.of(types);
        if (expected.isEmpty()) {
            throw new IllegalArgumentException("Name at least one event type.");
        }
        EventStream stream = stream();
        stream.requireTypes();
        EventCursor cursor = new EventCursor(stream, deadline(within.limit()));
        for (int i = 0; i < expected.size(); i++) {
            String missing = String.join(", ", expected.subList(i, expected.size()));
            Optional<Arrival> event = cursor.next();
            if (event.isEmpty()) {
                String late = "it did not arrive within " + Periods.inWords(within.limit());
                throw failed(
                        cursor, "Expected " + expected.get(i) + " next, but " + cursor.ending(late) + ".", missing);
            }
            String type = EventCursor.name(event.get());
            if (!type.equals(expected.get(i))) {
                throw failed(cursor, "Expected " + expected.get(i) + " next, but " + type + " arrived.", missing);
            }
        }
        inOrder = expected;
        cursor.cite();
        return this;
    }

    /**
     * Verifies that none of the types named in {@link #arriveInOrder} arrives more often than it was named there. Fails
     * at once when one does, or when the session ends, unless the service closes it with 1000: then nothing more can
     * arrive.
     *
     * @param quiet how long to watch for further events
     * @throws IllegalStateException when {@link #arriveInOrder} was not called before
     */
    public EventStreamAssert eachExactlyOnce(QuietFor quiet) {
        if (inOrder.isEmpty()) {
            throw new IllegalStateException("Call arriveInOrder(…) before: it says which types are meant.");
        }
        EventCursor cursor = new EventCursor(stream(), deadline(quiet.period()));
        Occurrences occurrences = new Occurrences(inOrder);
        for (Optional<Arrival> event = cursor.next(); event.isPresent(); event = cursor.next()) {
            List<Arrival> all = occurrences.add(event.get());
            if (!all.isEmpty()) {
                String times = all.stream().map(cursor::time).collect(Collectors.joining(" and "));
                throw failed(
                        cursor,
                        "Expected each event once, but " + EventCursor.name(event.get()) + " arrived " + all.size()
                                + " times, " + times + ".");
            }
        }
        boolean complete = cursor.ended()
                .map(close -> close.code() == SocketClose.NORMAL && !close.byTest())
                .orElse(true);
        if (!complete) {
            throw failed(
                    cursor,
                    "Expected to watch for repeated events for " + Periods.inWords(quiet.period()) + ", but "
                            + cursor.ending("") + ".");
        }
        cursor.cite();
        return this;
    }

    /**
     * Verifies that no event has arrived since the session was opened, and that none arrives now. Fails at once when one
     * does, or when the session ends: what can't arrive is no proof.
     *
     * @param quiet how long to watch
     */
    public EventStreamAssert isSilentFor(QuietFor quiet) {
        EventCursor cursor = new EventCursor(stream(), deadline(quiet.period()));
        String expected = "Expected no event for " + Periods.inWords(quiet.period()) + ", but ";
        Optional<Arrival> event = cursor.next();
        if (event.isPresent()) {
            throw failed(
                    cursor, expected + EventCursor.name(event.get()) + " arrived " + cursor.time(event.get()) + ".");
        }
        if (cursor.ended().isPresent()) {
            throw failed(cursor, expected + cursor.ending("") + ".");
        }
        return this;
    }

    /**
     * Verifies that one of the events that have arrived up to now contains a canary that the test has sent; which one is
     * recorded as a step of the test. Does not wait: call {@link #arriveInOrder} before.
     */
    public EventStreamAssert carries(Canary canary) {
        EventCursor cursor = new EventCursor(stream(), System.nanoTime());
        for (Optional<Arrival> event = cursor.next(); event.isPresent(); event = cursor.next()) {
            if (event.get().text().contains(canary.value())) {
                cursor.cite();
                cursor.note(EventCursor.name(event.get()) + " carries the canary " + canary);
                return this;
            }
        }
        throw failed(cursor, "Expected an event that carries the canary " + canary + ", but none that arrived does.");
    }

    private EventStream stream() {
        isNotNull();
        return actual;
    }

    private AssertionError failed(EventCursor cursor, String headline) {
        return failure("%s", cursor.message(headline, null));
    }

    private AssertionError failed(EventCursor cursor, String headline, String missing) {
        return failure("%s", cursor.message(headline, missing));
    }

    private static long deadline(Duration fromNow) {
        return System.nanoTime() + fromNow.toNanos();
    }
}
