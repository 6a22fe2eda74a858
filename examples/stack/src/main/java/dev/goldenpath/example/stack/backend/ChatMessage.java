package dev.goldenpath.example.stack.backend;

import java.time.Instant;
import java.util.UUID;

/**
 * One message in a thread.
 *
 * @param id unique
 * @param threadId where it was said
 * @param text what was said
 * @param createdAt by the database's clock
 */
record ChatMessage(UUID id, UUID threadId, String text, Instant createdAt) {}
