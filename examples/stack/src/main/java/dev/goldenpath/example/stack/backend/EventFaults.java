package dev.goldenpath.example.stack.backend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Makes of an event what is published of it while faults are on. Thread-safe. */
final class EventFaults {
    static final Duration LATENESS = Duration.ofSeconds(3);

    private final Map<UUID, List<Publication>> heldBackByRun = new ConcurrentHashMap<>();
    private final Faults faults;

    EventFaults(Faults faults) {
        this.faults = faults;
    }

    /**
     * What is to be published, in this order.
     *
     * @param event as the subscribers will see it
     * @param delay from now on
     */
    record Publication(AgentEvent event, Duration delay) {}

    List<Publication> publications(AgentEvent event) {
        List<Publication> publications = ofThis(event);
        if (hits(Fault.EVENT_OUT_OF_ORDER, event, AgentEvent.TOOL_EXECUTING)) {
            heldBackByRun.put(event.runId(), publications);
            return List.of();
        }
        Optional.ofNullable(heldBackByRun.remove(event.runId())).ifPresent(publications::addAll);
        return publications;
    }

    private List<Publication> ofThis(AgentEvent event) {
        List<Publication> publications = new ArrayList<>();
        if (hits(Fault.EVENT_LOST, event, AgentEvent.TOOL_COMPLETED)) {
            return publications;
        }
        boolean late = hits(Fault.EVENT_LATE, event, AgentEvent.COMPLETED);
        Publication publication = new Publication(distorted(event), late ? LATENESS : Duration.ZERO);
        publications.add(publication);
        if (hits(Fault.EVENT_DUPLICATED, event, AgentEvent.TOOL_EXECUTING)) {
            publications.add(publication);
        }
        return publications;
    }

    private AgentEvent distorted(AgentEvent event) {
        if (hits(Fault.EVENT_OF_ANOTHER_RUN, event, AgentEvent.THINKING)) {
            return event.withRunId(UUID.randomUUID());
        }
        if (hits(Fault.EVENT_MISSHAPEN, event, AgentEvent.TOOL_COMPLETED)) {
            return event.withPayload(misshapen(event.payload()));
        }
        return event;
    }

    private static Map<String, Object> misshapen(Map<String, Object> payload) {
        Map<String, Object> misshapen = new HashMap<>(payload);
        misshapen.remove("tool");
        misshapen.computeIfPresent("matching_messages", (field, number) -> number.toString());
        return misshapen;
    }

    private boolean hits(Fault fault, AgentEvent event, String type) {
        return event.type().equals(type) && faults.isOn(fault);
    }
}
