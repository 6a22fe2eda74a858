package dev.goldenpath.example.stack.auth;

import dev.goldenpath.example.stack.store.Database;
import java.util.Optional;
import java.util.UUID;

/** The sessions of browsers: each known by a random text, of which only the digest is stored. */
final class Sessions {
    static final String TABLE = """
            CREATE TABLE IF NOT EXISTS sessions (
                digest bytea PRIMARY KEY,
                user_id uuid NOT NULL REFERENCES users (id),
                expires_at timestamptz NOT NULL
            )""";

    private final Database database;

    Sessions(Database database) {
        this.database = database;
    }

    /** Begins a session of 12 hours; returns what its cookie says. */
    String begin(UUID userId) {
        String token = OpaqueToken.random();
        database.update("DELETE FROM sessions WHERE expires_at <= now()");
        database.update(
                "INSERT INTO sessions (digest, user_id, expires_at) VALUES (?, ?, now() + interval '12 hours')",
                OpaqueToken.digest(token),
                userId);
        return token;
    }

    Optional<UUID> find(String token) {
        return database.queryOne(
                row -> row.getObject("user_id", UUID.class),
                "SELECT user_id FROM sessions WHERE digest = ? AND expires_at > now()",
                OpaqueToken.digest(token));
    }

    /** Returns false if there is no such session. */
    boolean end(String token) {
        return database.update(
                        "DELETE FROM sessions WHERE digest = ? AND expires_at > now()", OpaqueToken.digest(token))
                > 0;
    }
}
