package dev.goldenpath.example.stack.auth;

import dev.goldenpath.example.stack.store.Database;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Refresh tokens: random, valid once, for the client they were issued to, and stored only as a digest. */
final class RefreshTokens {
    static final String TABLE = """
            CREATE TABLE IF NOT EXISTS refresh_tokens (
                digest bytea PRIMARY KEY,
                user_id uuid NOT NULL REFERENCES users (id),
                expires_at timestamptz NOT NULL
            )""";
    static final String CLIENT_COLUMN = "ALTER TABLE refresh_tokens ADD COLUMN IF NOT EXISTS client_id text";
    static final String SCOPE_COLUMN = "ALTER TABLE refresh_tokens ADD COLUMN IF NOT EXISTS scope text";

    private final Database database;

    RefreshTokens(Database database) {
        this.database = database;
    }

    String issue(Grant grant) {
        String token = OpaqueToken.random();
        database.update("DELETE FROM refresh_tokens WHERE expires_at <= now()");
        database.update("""
                INSERT INTO refresh_tokens (digest, user_id, client_id, scope, expires_at)
                VALUES (?, ?, ?, ?, now() + interval '30 days')""", OpaqueToken.digest(token), grant.user().id(), grant.clientId(), grant.scope());
        return token;
    }

    /** Returns what a client's token was issued for, and leaves it valid; null for the tokens of a plain login. */
    Optional<Grant> find(String token, @Nullable String clientId) {
        return database.queryOne(
                row -> new Grant(
                        new User(row.getObject("user_id", UUID.class), row.getString("email")),
                        clientId,
                        row.getString("scope")),
                """
                SELECT r.user_id, u.email, r.scope FROM refresh_tokens r JOIN users u ON u.id = r.user_id
                WHERE r.digest = ? AND r.client_id IS NOT DISTINCT FROM ?::text AND r.expires_at > now()""",
                OpaqueToken.digest(token),
                clientId);
    }

    /** Uses a token up; false if it was not valid any more. One statement, so that of two users of a token one fails. */
    boolean redeem(String token) {
        return database.update(
                        "DELETE FROM refresh_tokens WHERE digest = ? AND expires_at > now()", OpaqueToken.digest(token))
                > 0;
    }
}
