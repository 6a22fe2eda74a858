package dev.goldenpath.websocket;

import java.util.Optional;

/** No events must come but those of an order. */
record NothingElseCheck(EventSequence expected, QuietFor quiet) implements EventCheck {

    @Override
    public Optional<EventMismatch> of(EventCursor events) {
        OrderProgress progress = new OrderProgress(expected);
        for (Optional<Arrival> event = events.next(); event.isPresent(); event = events.next()) {
            String type = events.name(event.get());
            if (!progress.take(type)) {
                return mismatch("Expected nothing but " + expected + ", but " + type + " arrived "
                        + events.time(event.get()) + ".");
            }
            events.restOn(event.get());
        }
        return events.endedEarly()
                .flatMap(words -> mismatch("Expected to watch for other events for " + Periods.inWords(quiet.period())
                        + ", but " + words + "."));
    }

    private Optional<EventMismatch> mismatch(String headline) {
        return Optional.of(
                new EventMismatch(timeline -> headline, expected.steps(), true, EventMismatch.Telling.PLAIN));
    }
}
