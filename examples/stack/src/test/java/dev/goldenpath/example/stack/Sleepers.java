package dev.goldenpath.example.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Who sleeps in PostgreSQL, as the server itself sees it. */
final class Sleepers {
    private Sleepers() {}

    static int count(int postgresPort) {
        String url = "jdbc:postgresql://127.0.0.1:" + postgresPort + "/postgres?user=stack";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE wait_event = 'PgSleep' AND pid <> pg_backend_pid()")) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
