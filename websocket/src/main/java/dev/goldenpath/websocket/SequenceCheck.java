package dev.goldenpath.websocket;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The numbers of the events that have arrived must rise by one. */
record SequenceCheck(String pointer) implements EventCheck {

    @Override
    public Optional<EventMismatch> of(EventCursor events) {
        SequenceNumbers numbers = new SequenceNumbers();
        Map<Long, Numbered> places = new HashMap<>();
        long last = Long.MIN_VALUE;
        for (Optional<Arrival> event = events.next(); event.isPresent(); event = events.next()) {
            Optional<Object> value = EventCondition.at(event.get(), pointer);
            if (value.isPresent() && !(value.get() instanceof Integer || value.get() instanceof Long)) {
                return Optional.of(EventMismatch.of("Expected the numbers at " + pointer + " to rise by one, but "
                        + events.name(event.get()) + ", " + events.time(event.get()) + ", has " + value.get()
                        + " there."));
            }
            if (value.isPresent()) {
                events.restOn(event.get());
                long number = ((Number) value.get()).longValue();
                places.put(event.get().number(), new Numbered(number, last, numbers.add(number)));
                last = Math.max(last, number);
            }
        }
        if (numbers.isEmpty()) {
            return Optional.of(EventMismatch.of(
                    "Expected the numbers at " + pointer + " to rise by one, but none that arrived has one."));
        }
        String faults = numbers.faults();
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(EventMismatch.of(
                        "Expected the numbers at " + pointer + " to rise by one, but " + faults + ".",
                        (entry, arrival) -> shown(entry, places.get(arrival.number()), numbers)));
    }

    /** A number, the greatest before it, and what it is to those before it. */
    private record Numbered(long number, long last, SequenceNumbers.Place place) {}

    private static List<TimelineEntry> shown(
            TimelineEntry entry, @Nullable Numbered numbered, SequenceNumbers numbers) {
        if (numbered == null) {
            return List.of(entry);
        }
        List<TimelineEntry> shown = new ArrayList<>();
        if (numbered.place() == SequenceNumbers.Place.AFTER_A_HOLE) {
            numbers.missing(numbered.last() + 1, numbered.number() - 1)
                    .forEach(hole -> shown.add(
                            TimelineEntry.remark(TimelineRow.NOTHING, null).marked(TimelineMark.MISSING, hole)));
        }
        TimelineEntry named = entry.named(entry.name() + " " + numbered.number());
        shown.add(
                switch (numbered.place()) {
                    case NEXT, AFTER_A_HOLE -> named;
                    case REPEATED -> named.marked(TimelineMark.DUPLICATE, "");
                    case STEP_BACK -> named.marked(TimelineMark.OUT_OF_ORDER, "");
                });
        return shown;
    }
}
