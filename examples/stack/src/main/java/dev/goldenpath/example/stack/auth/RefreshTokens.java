package dev.goldenpath.example.stack.auth;

import dev.goldenpath.example.stack.store.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Refresh tokens: random, valid once, and stored only as a digest. */
final class RefreshTokens {
    static final String TABLE = """
            CREATE TABLE IF NOT EXISTS refresh_tokens (
                digest bytea PRIMARY KEY,
                user_id uuid NOT NULL REFERENCES users (id),
                expires_at timestamptz NOT NULL
            )""";

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database database;

    RefreshTokens(Database database) {
        this.database = database;
    }

    String issue(UUID userId) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        database.update("DELETE FROM refresh_tokens WHERE expires_at <= now()");
        database.update(
                "INSERT INTO refresh_tokens (digest, user_id, expires_at) VALUES (?, ?, now() + interval '30 days')",
                digest(token),
                userId);
        return token;
    }

    /** Uses a token up; returns its user if it was valid. One statement, so that of two users of a token one fails. */
    Optional<UUID> redeem(String token) {
        return database.queryOne(
                row -> row.getObject("user_id", UUID.class),
                "DELETE FROM refresh_tokens WHERE digest = ? AND expires_at > now() RETURNING user_id",
                digest(token));
    }

    private static byte[] digest(String token) {
        try {
            // The token is random and long: unlike a password it needs no salt and no slow function.
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
