package dev.goldenpath.websocket;

import java.util.Optional;

/** No event of a type must come, while the session is open. */
record AbsenceCheck(String type, QuietFor quiet) implements EventCheck {

    @Override
    public Optional<EventMismatch> of(EventCursor events) {
        String expected = "Expected no " + type + " for " + Periods.inWords(quiet.period()) + ", but ";
        for (Optional<Arrival> event = events.next(); event.isPresent(); event = events.next()) {
            if (events.name(event.get()).equals(type)) {
                return Optional.of(EventMismatch.of(
                        expected + "it arrived " + events.time(event.get()) + ".",
                        EventMismatch.Telling.unexpected(type)));
            }
        }
        return events.ending().map(words -> EventMismatch.of(expected + words + "."));
    }
}
