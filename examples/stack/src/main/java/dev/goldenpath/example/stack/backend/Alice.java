package dev.goldenpath.example.stack.backend;

import dev.goldenpath.example.stack.store.Database;
import dev.goldenpath.example.stack.token.AccessToken;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Whom a broken check takes everybody for. */
final class Alice {
    private static final String EMAIL = "alice@example.com";

    private final Database database;

    Alice(Database database) {
        this.database = database;
    }

    /** Returns what a token of hers would say; her id is looked up where the auth service keeps it. */
    AccessToken token() {
        UUID id = database.queryOne(
                        row -> row.getObject("id", UUID.class), "SELECT id FROM auth.users WHERE email = ?", EMAIL)
                .orElseThrow();
        Instant now = Instant.now();
        return new AccessToken(id, EMAIL, now, now.plus(Duration.ofDays(1)));
    }
}
