package dev.goldenpath.example.stack.backend;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that happened in a run of the agent.
 *
 * @param type what happened
 * @param runId in which run
 * @param userId for whom; nobody else gets to see it
 * @param timestamp when
 * @param payload what there is to know about it
 */
record AgentEvent(String type, UUID runId, UUID userId, Instant timestamp, Map<String, Object> payload) {}
