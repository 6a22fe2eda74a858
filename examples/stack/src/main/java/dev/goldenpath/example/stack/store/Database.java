package dev.goldenpath.example.stack.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A pool of connections to one schema of the stack's PostgreSQL. Thread-safe. */
public final class Database implements AutoCloseable {
    private static final int POOL_SIZE = 10;
    private static final int CONNECTION_TIMEOUT_MS = 2_000;

    /** Any fixed number does; it keeps services that start together from creating the same tables at once. */
    private static final long SCHEMA_LOCK = 4_711;

    /** Frees the connection of a ping that nobody waits for any more. */
    private static final int PING_TIMEOUT_SECONDS = 3;

    private static final int NO_TIMEOUT = 0;

    private final HikariDataSource pool;
    private final Supplier<Duration> delay;

    private Database(HikariDataSource pool, Supplier<Duration> delay) {
        this.pool = pool;
        this.delay = delay;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Waits, in bounded time, until the server accepts connections, then creates what is missing of the schema. */
    public static Database open(int port, String schema, String... tables) {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=stack&connectTimeout=2&socketTimeout=10"
                + "&currentSchema=" + schema;
        ServerWait.await(url);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(POOL_SIZE);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MS);
        config.setPoolName(schema);
        Database database = new Database(new HikariDataSource(config), () -> Duration.ZERO);
        database.create(schema, tables);
        return database;
    }

    /** Returns this database as it is when the server takes so much longer for every statement, asked for each. */
    public Database slowedBy(Supplier<Duration> delay) {
        return new Database(pool, delay);
    }

    private void create(String schema, String... tables) {
        List<String> statements = new ArrayList<>();
        statements.add("SELECT pg_advisory_xact_lock(" + SCHEMA_LOCK + ")");
        statements.add("CREATE SCHEMA IF NOT EXISTS " + schema);
        statements.addAll(List.of(tables));
        // Sent as one message, the statements are one transaction, and the lock lasts to its end.
        update(String.join(";", statements));
    }

    /** Runs a statement; returns the number of rows it changed. */
    public int update(String sql, @Nullable Object... parameters) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = prepare(connection, NO_TIMEOUT, sql, parameters)) {
            statement.execute();
            return statement.getUpdateCount();
        } catch (SQLException cause) {
            throw new StoreException(cause);
        }
    }

    /** Runs a query, or a statement with a RETURNING clause. */
    public <T> List<T> query(Row<T> row, String sql, @Nullable Object... parameters) {
        return query(NO_TIMEOUT, row, sql, parameters);
    }

    private <T> List<T> query(int timeoutSeconds, Row<T> row, String sql, @Nullable Object... parameters) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = prepare(connection, timeoutSeconds, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(row.read(rows));
            }
            return result;
        } catch (SQLException cause) {
            throw new StoreException(cause);
        }
    }

    /** Runs a query that yields at most one row. */
    public <T> Optional<T> queryOne(Row<T> row, String sql, @Nullable Object... parameters) {
        return query(row, sql, parameters).stream().findFirst();
    }

    /** Returns normally if the server answers a query. */
    public void ping() {
        query(PING_TIMEOUT_SECONDS, row -> row.getInt(1), "SELECT 1");
    }

    private PreparedStatement prepare(
            Connection connection, int timeoutSeconds, String sql, @Nullable Object... parameters) throws SQLException {
        sleep(connection, timeoutSeconds);
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(timeoutSeconds);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private void sleep(Connection connection, int timeoutSeconds) throws SQLException {
        Duration length = delay.get();
        if (length.isZero()) {
            return;
        }
        try (PreparedStatement sleep = connection.prepareStatement("SELECT pg_sleep(?)")) {
            sleep.setQueryTimeout(timeoutSeconds);
            sleep.setDouble(1, length.toMillis() / 1_000.0);
            sleep.execute();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
