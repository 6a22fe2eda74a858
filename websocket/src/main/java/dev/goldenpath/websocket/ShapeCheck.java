package dev.goldenpath.websocket;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All events of a type that have arrived must be as a schema says. */
record ShapeCheck(String type, MessageShape shape) implements EventCheck {

    @Override
    public Optional<EventMismatch> of(EventCursor events) {
        Map<Long, String> misshapen = new HashMap<>();
        List<String> words = new ArrayList<>();
        boolean seen = false;
        for (Optional<Arrival> event = events.next(); event.isPresent(); event = events.next()) {
            if (!events.name(event.get()).equals(type)) {
                continue;
            }
            seen = true;
            events.restOn(event.get());
            List<String> misfits = shape.misfits(event.get().text());
            if (!misfits.isEmpty()) {
                String note = String.join("; ", misfits);
                misshapen.put(event.get().number(), note);
                words.add("message " + event.get().number() + " (" + note + ")");
            }
        }
        String expected = "Expected each " + type + " to be as its JSON Schema says, but ";
        if (!seen) {
            return Optional.of(EventMismatch.of(expected + "none has arrived."));
        }
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(EventMismatch.of(
                        expected + Words.listed(words) + (words.size() == 1 ? " is" : " are") + " misshapen.",
                        (entry, arrival) -> List.of(told(entry, misshapen.get(arrival.number())))));
    }

    private static TimelineEntry told(TimelineEntry entry, @Nullable String note) {
        return note == null ? entry : entry.marked(TimelineMark.MISSHAPEN, note);
    }
}
