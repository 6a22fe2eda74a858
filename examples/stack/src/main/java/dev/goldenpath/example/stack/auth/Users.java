package dev.goldenpath.example.stack.auth;

import dev.goldenpath.example.stack.store.Database;
import java.util.Optional;
import java.util.UUID;

/** The users in PostgreSQL. */
final class Users {
    static final String TABLE = """
            CREATE TABLE IF NOT EXISTS users (
                id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
                email text NOT NULL UNIQUE,
                password_salt bytea NOT NULL,
                password_digest bytea NOT NULL
            )""";

    private final Database database;

    /** Compared with when the user is unknown, so that the answer takes as long as for a known one. */
    private final PasswordHash nobody = PasswordHash.unmatchable();

    Users(Database database) {
        this.database = database;
    }

    /** Creates a user, or gives a known one a new password. */
    void put(String email, String password) {
        PasswordHash hash = PasswordHash.of(password);
        database.update("""
                INSERT INTO users (email, password_salt, password_digest) VALUES (?, ?, ?)
                ON CONFLICT (email) DO UPDATE
                SET password_salt = excluded.password_salt, password_digest = excluded.password_digest""", email, hash.salt(), hash.digest());
    }

    /** Returns the user if the password is right. */
    Optional<User> authenticate(String email, String password) {
        Optional<Credentials> known = database.queryOne(
                row -> new Credentials(
                        new User(row.getObject("id", UUID.class), row.getString("email")),
                        new PasswordHash(row.getBytes("password_salt"), row.getBytes("password_digest"))),
                "SELECT * FROM users WHERE email = ?",
                email);
        PasswordHash hash = known.map(Credentials::hash).orElse(nobody);
        boolean matches = hash.matches(password);
        return known.filter(credentials -> matches).map(Credentials::user);
    }

    Optional<User> find(UUID id) {
        return database.queryOne(
                row -> new User(row.getObject("id", UUID.class), row.getString("email")),
                "SELECT id, email FROM users WHERE id = ?",
                id);
    }

    private record Credentials(User user, PasswordHash hash) {}
}
