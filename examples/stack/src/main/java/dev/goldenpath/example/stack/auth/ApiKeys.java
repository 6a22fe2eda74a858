package dev.goldenpath.example.stack.auth;

import dev.goldenpath.example.stack.store.Database;
import java.util.Optional;
import java.util.UUID;

/** One key for each demo user, stored only as a digest. */
final class ApiKeys {
    static final String TABLE = """
            CREATE TABLE IF NOT EXISTS api_keys (
                digest bytea PRIMARY KEY,
                user_id uuid NOT NULL UNIQUE REFERENCES users (id) ON DELETE CASCADE
            )""";

    private final Database database;

    ApiKeys(Database database) {
        this.database = database;
    }

    /** Forgets all keys, those of an earlier start. */
    void clear() {
        database.update("DELETE FROM api_keys");
    }

    void put(UUID userId, String key) {
        database.update("INSERT INTO api_keys (digest, user_id) VALUES (?, ?)", OpaqueToken.digest(key), userId);
    }

    Optional<UUID> find(String key) {
        return database.queryOne(
                row -> row.getObject("user_id", UUID.class),
                "SELECT user_id FROM api_keys WHERE digest = ?",
                OpaqueToken.digest(key));
    }
}
