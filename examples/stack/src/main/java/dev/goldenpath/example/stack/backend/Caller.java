package dev.goldenpath.example.stack.backend;

import dev.goldenpath.example.stack.token.AccessToken;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever sent a request.
 *
 * @param id of the user
 * @param email the user's address
 * @param knownUntil when the proof of that expires, or null if it does not
 */
record Caller(UUID id, String email, @Nullable Instant knownUntil) {
    static Caller by(AccessToken token) {
        return new Caller(token.userId(), token.email(), token.expiresAt());
    }
}
