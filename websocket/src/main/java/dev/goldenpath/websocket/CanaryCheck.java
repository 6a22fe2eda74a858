package dev.goldenpath.websocket;

import dev.goldenpath.evidence.Canary;
import java.util.Optional;

/** One of the events must carry a canary. */
record CanaryCheck(Canary canary) implements EventCheck {

    @Override
    public Optional<EventMismatch> of(EventCursor events) {
        for (Optional<Arrival> event = events.next(); event.isPresent(); event = events.next()) {
            if (event.get().text().contains(canary.value())) {
                events.restOn(event.get());
                events.note(events.name(event.get()) + " carries the canary " + canary);
                return Optional.empty();
            }
        }
        return Optional.of(EventMismatch.of(
                "Expected an event that carries the canary " + canary + ", but none that arrived does."));
    }
}
