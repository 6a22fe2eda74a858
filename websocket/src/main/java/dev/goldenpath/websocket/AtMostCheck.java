package dev.goldenpath.websocket;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** No more events of a type than a number must come, and where that is required, no fewer. */
record AtMostCheck(int count, boolean required, String type, QuietFor quiet) implements EventCheck {

    @Override
    public Optional<EventMismatch> of(EventCursor events) {
        String expected = "Expected " + type + (required ? " exactly " : " at most ") + Words.times(count) + ", but ";
        List<String> times = new ArrayList<>();
        for (Optional<Arrival> event = events.next(); event.isPresent(); event = events.next()) {
            if (events.name(event.get()).equals(type)) {
                events.restOn(event.get());
                times.add(events.time(event.get()));
                if (times.size() > count) {
                    return mismatch(expected + "it arrived " + Words.times(times) + ".");
                }
            }
        }
        if (required && times.size() < count) {
            String when = events.ending().orElse(Periods.inWords(quiet.period()) + " had passed");
            String arrived = times.isEmpty() ? "it had not arrived" : "it had arrived " + Words.times(times) + ",";
            return mismatch(expected + arrived + " when " + when + ".");
        }
        return events.endedEarly()
                .flatMap(words -> mismatch("Expected to watch for " + type + " for " + Periods.inWords(quiet.period())
                        + ", but " + words + "."));
    }

    private Optional<EventMismatch> mismatch(String headline) {
        return Optional.of(
                count == 0
                        ? EventMismatch.of(headline, EventMismatch.Telling.unexpected(type))
                        : EventMismatch.of(
                                headline, Collections.nCopies(count, new ExpectedEvent(type, required, false))));
    }
}
