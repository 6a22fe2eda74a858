package dev.goldenpath.example.stack.backend;

import dev.goldenpath.example.stack.backend.EventFaults.Publication;

/** Publishes events, unless a fault has something else done with them. Thread-safe. */
final class EventPublisher {
    private final EventBus bus;
    private final EventFaults faults;
    private final BackendTimer timer;

    EventPublisher(EventBus bus, EventFaults faults, BackendTimer timer) {
        this.bus = bus;
        this.faults = faults;
        this.timer = timer;
    }

    void publish(AgentEvent event) {
        for (Publication publication : faults.publications(event)) {
            if (publication.delay().isZero()) {
                bus.publish(publication.event());
            } else {
                timer.in(publication.delay(), () -> bus.publish(publication.event()));
            }
        }
    }
}
