package dev.goldenpath.example.stack.backend;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Tells what happens in one run of the agent, and numbers it. For the run's thread alone. */
final class RunEvents {
    private final Clock clock = Clock.systemUTC();
    private final UUID runId;
    private final UUID userId;
    private final EventPublisher publisher;
    private int told;

    RunEvents(UUID runId, UUID userId, EventPublisher publisher) {
        this.runId = runId;
        this.userId = userId;
        this.publisher = publisher;
    }

    void tell(String type, Map<String, Object> payload) {
        told++;
        publisher.publish(new AgentEvent(UUID.randomUUID(), type, runId, told, userId, clock.instant(), payload));
    }
}
