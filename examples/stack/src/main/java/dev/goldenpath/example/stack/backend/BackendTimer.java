package dev.goldenpath.example.stack.backend;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does short things later, all of them in one thread. Thread-safe. */
final class BackendTimer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackendTimer.class);

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "timer");
        thread.setDaemon(true);
        return thread;
    });

    BackendTimer() {
        // A token outlives most sockets by far, and would keep each of them in memory.
        executor.setRemoveOnCancelPolicy(true);
    }

    /** Something that is still to be done. */
    @FunctionalInterface
    interface Timeout {
        /** Has no effect once it is done. */
        void cancel();
    }

    /** Plans a task; one whose time has passed is done at once. */
    Timeout in(Duration delay, Runnable task) {
        ScheduledFuture<?> planned = executor.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> planned.cancel(false);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException cause) {
            LOG.error("What was planned failed: {}", cause.toString());
        }
    }

    /** Drops what is still to be done. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
