package dev.goldenpath.websocket;

import java.util.List;
import java.util.Optional;

/** No event must come at all, while the session is open. */
record SilenceCheck(QuietFor quiet) implements EventCheck {

    @Override
    public Optional<EventMismatch> of(EventCursor events) {
        String expected = "Expected no event for " + Periods.inWords(quiet.period()) + ", but ";
        Optional<Arrival> event = events.next();
        if (event.isPresent()) {
            Arrival broken = event.get();
            String headline = expected + events.name(broken) + " arrived " + events.time(broken) + ".";
            return Optional.of(
                    EventMismatch.of(headline, (entry, arrival) -> List.of(entry.marked(TimelineMark.UNEXPECTED, ""))));
        }
        return events.ending().map(words -> EventMismatch.of(expected + words + "."));
    }
}
