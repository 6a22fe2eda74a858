package dev.goldenpath.readiness;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that probe: as many as there is to ask at once, and none where nothing is. They keep no JVM alive. */
final class ProbeThreads implements Executor, AutoCloseable {
    private static final int IDLE_SECONDS = 5;

    private final ThreadFactory factory = task -> {
        Thread thread = new Thread(task, "goldenpath-readiness");
        thread.setDaemon(true);
        return thread;
    };
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, factory);

    ProbeThreads() {
        clock.setRemoveOnCancelPolicy(true);
    }

    @Override
    public void execute(Runnable task) {
        try {
            pool.execute(task);
        } catch (RejectedExecutionException e) {
            // Closed: what would have been asked is of no use to anybody any more.
            return;
        }
    }

    /** Runs it once, after a while. */
    void later(Runnable task, Duration after) {
        try {
            ScheduledFuture<?> unused = clock.schedule(() -> execute(task), after.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            return;
        }
    }

    /** Runs it again and again, never twice at once, and also when it has thrown; how long it takes delays nothing else. */
    void every(Duration period, Runnable task) {
        later(
                () -> {
                    try {
                        task.run();
                    } finally {
                        every(period, task);
                    }
                },
                period);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        pool.shutdownNow();
    }
}
