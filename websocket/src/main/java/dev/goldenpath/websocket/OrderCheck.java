package dev.goldenpath.websocket;

import java.util.Optional;

/** Events must arrive in an order; others may come between them. */
record OrderCheck(EventSequence expected, Within within) implements EventCheck {

    @Override
    public Optional<EventMismatch> of(EventCursor events) {
        OrderProgress progress = new OrderProgress(expected);
        while (!progress.isComplete()) {
            Optional<Arrival> event = events.next();
            if (event.isEmpty()) {
                String missing = progress.next();
                String ending = events.ending().map(words -> ", and " + words).orElse("");
                return Optional.of(new EventMismatch(
                        timeline -> headline(timeline, missing) + ending + ".",
                        expected.steps(),
                        false,
                        EventMismatch.Telling.PLAIN));
            }
            if (progress.take(events.name(event.get()))) {
                events.restOn(event.get());
            }
        }
        return Optional.empty();
    }

    private String headline(EventTimeline timeline, String missing) {
        String order = expected.steps().size() == 1 ? "" : " in this order";
        String faults = timeline.faults();
        return "Expected " + expected + order + " within " + Periods.inWords(within.limit()) + ", but "
                + (faults.isEmpty() ? missing + " is missing" : faults);
    }
}
