package dev.goldenpath.example.stack.backend;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that happened in a run of the agent.
 *
 * @param id of this event alone
 * @param type what happened
 * @param runId in which run
 * @param sequence its place among the events of its run, from 1
 * @param userId for whom; nobody else gets to see it
 * @param timestamp when
 * @param payload what there is to know about it
 */
record AgentEvent(
        UUID id, String type, UUID runId, int sequence, UUID userId, Instant timestamp, Map<String, Object> payload) {
    static final String STARTED = "agent_started";
    static final String THINKING = "agent_thinking";
    static final String TOOL_EXECUTING = "tool_executing";
    static final String TOOL_COMPLETED = "tool_completed";
    static final String COMPLETED = "agent_completed";
    static final String FAILED = "agent_failed";

    AgentEvent withRunId(UUID otherRunId) {
        return new AgentEvent(id, type, otherRunId, sequence, userId, timestamp, payload);
    }

    AgentEvent withPayload(Map<String, Object> otherPayload) {
        return new AgentEvent(id, type, runId, sequence, userId, timestamp, otherPayload);
    }
}
