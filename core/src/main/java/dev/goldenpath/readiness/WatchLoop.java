package dev.goldenpath.readiness;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks at one service: when it is told to, and again as long as that is wanted. Never twice at once. Thread-safe. */
final class WatchLoop {
    private final ServiceWatch watch;
    private final Executor threads;
    private final BiConsumer<Runnable, Duration> later;
    private final Board board;
    private final Function<ServiceWatch, Optional<Duration>> pause;
    private @Nullable CompletableFuture<Void> running;
    private @Nullable CompletableFuture<Void> queued;
    private volatile long seenAt;
    private volatile boolean seen;
    private volatile boolean ended;

    /**
     * A loop that has not looked yet.
     *
     * @param later runs something after a while
     * @param pause after which it looks again of itself; empty where it need not
     */
    WatchLoop(
            ServiceWatch watch,
            Executor threads,
            BiConsumer<Runnable, Duration> later,
            Board board,
            Function<ServiceWatch, Optional<Duration>> pause) {
        this.watch = watch;
        this.threads = threads;
        this.later = later;
        this.board = board;
        this.pause = pause;
    }

    ServiceWatch watch() {
        return watch;
    }

    /** Begins to look. */
    void begin() {
        CompletableFuture<Void> unused = again();
    }

    /** Begins a look; behind the one that runs, where one does. The future ends with the look, and never fails. */
    synchronized CompletableFuture<Void> again() {
        if (running == null) {
            running = new CompletableFuture<>();
            threads.execute(this::look);
            return running;
        }
        if (queued == null) {
            queued = new CompletableFuture<>();
        }
        return queued;
    }

    /** Whether a look has ended in the last {@code span}. */
    boolean hasLookedIn(Duration span) {
        return seen && System.nanoTime() - seenAt < span.toNanos();
    }

    /** From now on it does not go on of itself. */
    void end() {
        ended = true;
    }

    private void look() {
        long began = System.nanoTime();
        try {
            board.post(watch.look(threads), began);
        } finally {
            seenAt = System.nanoTime();
            seen = true;
            done();
        }
    }

    private void done() {
        CompletableFuture<Void> over;
        boolean idle;
        synchronized (this) {
            over = running;
            running = queued;
            queued = null;
            idle = running == null;
            if (!idle) {
                threads.execute(this::look);
            }
        }
        if (over != null) {
            over.complete(null);
        }
        if (idle && !ended) {
            pause.apply(watch).ifPresent(after -> later.accept(this::goOn, after));
        }
    }

    private void goOn() {
        if (!ended) {
            begin();
        }
    }
}
