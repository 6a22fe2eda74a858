package dev.goldenpath.example.stack.store;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** Waits for a database server that starts at the same time as its clients. */
final class ServerWait {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private ServerWait() {}

    /** Returns when a connection succeeds; throws the last refusal after a minute. */
    static void await(String url) {
        long start = System.nanoTime();
        while (true) {
            try {
                DriverManager.getConnection(url).close();
                return;
            } catch (SQLException refused) {
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new StoreException(refused);
                }
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for PostgreSQL", interrupted);
        }
    }
}
