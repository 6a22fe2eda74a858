package dev.goldenpath.websocket;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** No two events must have the same id. */
record DuplicateCheck(String pointer, QuietFor quiet) implements EventCheck {

    @Override
    public Optional<EventMismatch> of(EventCursor events) {
        Map<Object, Long> firstOf = new HashMap<>();
        Map<Object, String> times = new HashMap<>();
        for (Optional<Arrival> event = events.next(); event.isPresent(); event = events.next()) {
            Arrival arrival = event.get();
            Optional<Object> id = EventCondition.at(arrival, pointer);
            if (id.isEmpty()) {
                continue;
            }
            events.restOn(arrival);
            if (firstOf.putIfAbsent(id.get(), arrival.number()) != null) {
                return repeated(id.get(), times.get(id.get()) + " and again " + events.time(arrival), firstOf);
            }
            times.put(id.get(), events.time(arrival));
        }
        Optional<String> early = events.endedEarly();
        if (early.isPresent()) {
            return Optional.of(EventMismatch.of("Expected to watch for duplicates for "
                    + Periods.inWords(quiet.period()) + ", but " + early.get() + "."));
        }
        return firstOf.isEmpty()
                ? Optional.of(EventMismatch.of("Expected no two events with the same value at " + pointer
                        + ", but none that arrived has one."))
                : Optional.empty();
    }

    private Optional<EventMismatch> repeated(Object id, String when, Map<Object, Long> firstOf) {
        return Optional.of(EventMismatch.of(
                "Expected no two events with the same value at " + pointer + ", but " + id + " arrived " + when + ".",
                (entry, arrival) -> List.of(shown(entry, arrival, firstOf))));
    }

    private TimelineEntry shown(TimelineEntry entry, Arrival arrival, Map<Object, Long> firstOf) {
        Optional<Object> id = EventCondition.at(arrival, pointer);
        if (id.isEmpty()) {
            return entry;
        }
        String note = pointer + " is " + id.get();
        Long first = firstOf.get(id.get());
        return first == null || first == arrival.number()
                ? entry.aside(note)
                : entry.marked(TimelineMark.DUPLICATE, note);
    }
}
