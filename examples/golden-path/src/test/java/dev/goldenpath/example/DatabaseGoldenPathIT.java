package dev.goldenpath.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.ServiceAddress;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.jupiter.OnService;
import dev.goldenpath.priority.P3;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** With a client that is not Golden Path's: what the driver exchanges is seen by the network witness. */
@GoldenPath
@P3
class DatabaseGoldenPathIT {

    @Test
    void noPasswordIsKeptAsItIs(@OnService("postgres") ServiceAddress postgres) throws SQLException {
        try (Connection database =
                        DriverManager.getConnection("jdbc:postgresql://" + postgres + "/postgres?user=stack");
                Statement statement = database.createStatement();
                ResultSet users = statement.executeQuery(
                        "SELECT count(*) FROM auth.users WHERE octet_length(password_digest) < 32")) {
            assertThat(users.next()).isTrue();
            assertThat(users.getInt(1)).isZero();
        }
    }
}
