package dev.goldenpath.websocket;

import java.util.List;
import java.util.function.Function;

/**
 * How the events of a stream are not as a test expects.
 *
 * @param headline a sentence of what was expected and what is wrong, which may tell the faults of the timeline
 * @param expected the steps that the timeline aligns with what arrived; none where no order was expected
 * @param nothingElse whether an event of a type that no step names is a fault
 * @param telling how the timeline shows each of the stream's events
 */
record EventMismatch(
        Function<EventTimeline, String> headline, List<ExpectedEvent> expected, boolean nothingElse, Telling telling) {

    /** What the timeline shows of one event: that event, and perhaps what is missing before it. */
    interface Telling {
        Telling PLAIN = (entry, arrival) -> List.of(entry);

        /** Events of this type must not come. */
        static Telling unexpected(String type) {
            return (entry, arrival) ->
                    List.of(entry.name().equals(type) ? entry.marked(TimelineMark.UNEXPECTED, "") : entry);
        }

        List<TimelineEntry> of(TimelineEntry entry, Arrival arrival);
    }

    static EventMismatch of(String headline) {
        return of(headline, Telling.PLAIN);
    }

    static EventMismatch of(String headline, Telling telling) {
        return new EventMismatch(timeline -> headline, List.of(), false, telling);
    }

    static EventMismatch of(String headline, List<ExpectedEvent> expected) {
        return new EventMismatch(timeline -> headline, expected, false, Telling.PLAIN);
    }
}
