package dev.goldenpath.example.stack.token;

import java.time.Instant;
import java.util.UUID;

/**
 * A verified access token.
 *
 * @param userId the subject
 * @param email the user's address
 * @param issuedAt to the second
 * @param expiresAt to the second
 */
public record AccessToken(UUID userId, String email, Instant issuedAt, Instant expiresAt) {}
