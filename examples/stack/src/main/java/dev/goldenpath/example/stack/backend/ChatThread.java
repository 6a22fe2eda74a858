package dev.goldenpath.example.stack.backend;

import java.time.Instant;
import java.util.UUID;

/**
 * A conversation of one user.
 *
 * @param id unique
 * @param title as the user wrote it
 * @param createdAt by the database's clock
 */
record ChatThread(UUID id, String title, Instant createdAt) {}
