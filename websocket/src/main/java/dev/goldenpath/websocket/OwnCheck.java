package dev.goldenpath.websocket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Events that have arrived must hold a value at a place, or, where that is enough, no other. */
record OwnCheck(EventCondition condition, boolean all) implements EventCheck {

    @Override
    public Optional<EventMismatch> of(EventCursor events) {
        List<String> foreign = new ArrayList<>();
        boolean own = false;
        for (Optional<Arrival> event = events.next(); event.isPresent(); event = events.next()) {
            Arrival arrival = event.get();
            events.restOn(arrival);
            own |= condition.holdsFor(arrival);
            if (isForeign(arrival)) {
                foreign.add(events.name(arrival) + " " + events.time(arrival) + " (" + condition.differenceOf(arrival)
                        + ")");
            }
        }
        String expected = "Expected only events whose " + condition.inWords() + ", but ";
        if (!foreign.isEmpty()) {
            return mismatch(
                    expected + Words.listed(foreign) + (foreign.size() == 1 ? " is foreign." : " are foreign."));
        }
        return own ? Optional.empty() : mismatch(expected + "none has arrived.");
    }

    private boolean isForeign(Arrival arrival) {
        return !condition.holdsFor(arrival)
                && (all || EventCondition.at(arrival, condition.pointer()).isPresent());
    }

    private Optional<EventMismatch> mismatch(String headline) {
        return Optional.of(EventMismatch.of(
                headline,
                (entry, arrival) -> List.of(
                        isForeign(arrival)
                                ? entry.marked(TimelineMark.FOREIGN, condition.differenceOf(arrival))
                                : entry)));
    }
}
