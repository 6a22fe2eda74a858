package dev.goldenpath.example.stack.backend;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a user asks of the agent.
 *
 * @param userId who asks
 * @param prompt the question
 * @param threadId the only thread to search, or null for all of the user's
 */
record AgentTask(UUID userId, String prompt, @Nullable UUID threadId) {}
