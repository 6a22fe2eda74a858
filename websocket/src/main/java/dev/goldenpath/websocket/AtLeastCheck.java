package dev.goldenpath.websocket;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A number of events of a type must come. */
record AtLeastCheck(int count, String type, Within within) implements EventCheck {

    @Override
    public Optional<EventMismatch> of(EventCursor events) {
        List<String> times = new ArrayList<>();
        while (times.size() < count) {
            Optional<Arrival> event = events.next();
            if (event.isEmpty()) {
                String ending = events.ending().map(words -> ", and " + words).orElse("");
                return Optional.of(EventMismatch.of(
                        "Expected " + type + " at least " + Words.times(count) + " within "
                                + Periods.inWords(within.limit()) + ", but it "
                                + (times.isEmpty() ? "did not arrive" : "arrived " + Words.times(times))
                                + ending + ".",
                        Collections.nCopies(count, ExpectedEvent.once(type))));
            }
            if (events.name(event.get()).equals(type)) {
                events.restOn(event.get());
                times.add(events.time(event.get()));
            }
        }
        return Optional.empty();
    }
}
