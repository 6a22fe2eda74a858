package dev.goldenpath.example.stack.auth;

import dev.goldenpath.example.stack.store.Database;
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

    private final Database database;

    RefreshTokens(Database database) {
        this.database = database;
    }

    String issue(UUID userId) {
        String token = OpaqueToken.random();
        database.update("DELETE FROM refresh_tokens WHERE expires_at <= now()");
        database.update(
                "INSERT INTO refresh_tokens (digest, user_id, expires_at) VALUES (?, ?, now() + interval '30 days')",
                OpaqueToken.digest(token),
                userId);
        return token;
    }

    /** Uses a token up; returns its user if it was valid. One statement, so that of two users of a token one fails. */
    Optional<UUID> redeem(String token) {
        return database.queryOne(
                row -> row.getObject("user_id", UUID.class),
                "DELETE FROM refresh_tokens WHERE digest = ? AND expires_at > now() RETURNING user_id",
                OpaqueToken.digest(token));
    }
}
