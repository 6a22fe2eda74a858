package dev.goldenpath.websocket;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.http.ServiceResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The events of a stream that arrive after a request began; made by {@link After}. Immutable.
 *
 * @since 0.1.0
 */
public final class EventsAfter {
    private final ServiceResponse response;
    private final EventStream stream;

    EventsAfter(ServiceResponse response, EventStream stream) {
        this.response = response;
        this.stream = stream;
    }

    /**
     * The first event of a type since the request began. Waits for it. One that comes between the request and its
     * answer is in time.
     *
     * @param limit counted from the last byte of the answer
     * @throws AssertionError when none arrives in time, or the session ends before; the message shows the events and the
     *     call in the order they came
     * @throws ConfigurationException when the service declares no {@code events.type}, and the stream has no other types
     * @throws IllegalStateException when the session does not keep its first messages any more, or the thread is
     *     interrupted
     */
    public ReceivedMessage firstWithin(Duration limit, String type) {
        Periods.requirePositive(limit);
        stream.requireTypes();
        EventCursor events = EventCursor.awaiting(
                stream, stream.session().clock().nanosAt(response.completeAt().plus(limit)));
        Optional<Arrival> found = first(events, type);
        if (found.isPresent()) {
            events.restOn(found.get());
            events.cite();
            return stream.session().message(found.get());
        }
        String ending = events.ending().map(words -> ", and " + words).orElse("");
        String headline = "Expected " + type + " within " + Periods.inWords(limit) + " of the answer, but ";
        EventMismatch mismatch = new EventMismatch(
                timeline -> headline + timeline.faults() + ending + ".",
                List.of(ExpectedEvent.once(type)),
                false,
                (entry, arrival) -> List.of(isCaused(arrival) ? entry : entry.aside("before the request")));
        throw new AssertionError(
                events.message(mismatch, List.of(Fact.of("after", response)), List.of(request(), answer())));
    }

    private Optional<Arrival> first(EventCursor events, String type) {
        Optional<Arrival> event = events.next();
        while (event.isPresent()
                && !(isCaused(event.get()) && events.name(event.get()).equals(type))) {
            event = events.next();
        }
        return event;
    }

    private boolean isCaused(Arrival arrival) {
        return arrival.nanos() - stream.session().clock().nanosAt(response.begunAt()) >= 0;
    }

    private TimelineEntry request() {
        return TimelineEntry.remark(
                "(" + response.exchange().method() + " begins)",
                stream.session().clock().sinceConnect(response.begunAt()));
    }

    private TimelineEntry answer() {
        return TimelineEntry.remark(
                "(" + response.exchange().method() + " → " + response.status() + ")",
                stream.session().clock().sinceConnect(response.completeAt()));
    }
}
