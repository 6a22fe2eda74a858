package dev.goldenpath.users;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread that keeps all leases alive; there from the first lease on. Thread-safe. */
final class LeaseRenewal implements AutoCloseable {
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, task -> {
        Thread renewing = new Thread(task, "goldenpath-user-leases");
        renewing.setDaemon(true);
        return renewing;
    });

    LeaseRenewal() {
        thread.setRemoveOnCancelPolicy(true);
    }

    /** Renews it in its rhythm until the answer is cancelled. */
    Future<?> of(HeldAccount held) {
        long rhythm = held.rhythm().toNanos();
        return thread.scheduleWithFixedDelay(held::renew, rhythm, rhythm, TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
