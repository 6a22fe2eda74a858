package dev.goldenpath.example.stack.auth;

import dev.goldenpath.example.stack.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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
    User put(String email, String password) {
        return put(List.of(email), password).get(0);
    }

    /** As above, for users who share a password: it is hashed once, so they share their salt and digest, too. */
    List<User> put(List<String> emails, String password) {
        PasswordHash hash = PasswordHash.of(password);
        return database.query(Users::user, """
                INSERT INTO users (email, password_salt, password_digest)
                SELECT email, ?, ? FROM unnest(?::text[]) AS email
                ON CONFLICT (email) DO UPDATE
                SET password_salt = excluded.password_salt, password_digest = excluded.password_digest
                RETURNING id, email""", hash.salt(), hash.digest(), emails.toArray(new String[0]));
    }

    /** Returns the user if the password is right. */
    Optional<User> authenticate(String email, String password) {
        Optional<Credentials> known = database.queryOne(
                row -> new Credentials(
                        user(row), new PasswordHash(row.getBytes("password_salt"), row.getBytes("password_digest"))),
                "SELECT * FROM users WHERE email = ?",
                email);
        PasswordHash hash = known.map(Credentials::hash).orElse(nobody);
        boolean matches = hash.matches(password);
        return known.filter(credentials -> matches).map(Credentials::user);
    }

    Optional<User> find(UUID id) {
        return database.queryOne(Users::user, "SELECT id, email FROM users WHERE id = ?", id);
    }

    private static User user(ResultSet row) throws SQLException {
        return new User(row.getObject("id", UUID.class), row.getString("email"));
    }

    private record Credentials(User user, PasswordHash hash) {}
}
