package dev.goldenpath.runlog;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Does pieces of work on all processors, a few ahead, and hands over what comes of them in their order.
 *
 * @since 0.1.0
 */
public final class InOrder {
    /** Of one piece, which takes some milliseconds; a disk that hangs must not hang the build for ever. */
    private static final int LIMIT_MINUTES = 5;
    /** More would wait for whoever takes what they have made. */
    private static final int MOST_THREADS = 4;
    /** Pieces that are held at once, by thread. */
    private static final int AHEAD = 2;

    private InOrder() {}

    /**
     * Pieces of work, one after the other.
     *
     * @param <T> what comes of one
     */
    @FunctionalInterface
    public interface Pieces<T> {

        /** The next, which is asked for when its turn has come; null behind the last. */
        @Nullable
        Callable<T> next() throws IOException;
    }

    /**
     * Takes what came of a piece.
     *
     * @param <T> that
     */
    @FunctionalInterface
    public interface Taker<T> {

        /** Takes the next. */
        void take(T made) throws IOException;
    }

    /**
     * Hands everything over on this thread.
     *
     * @throws IOException what {@code pieces}, a piece or {@code taker} threw; also when a piece takes too long, or this
     *     thread is interrupted
     */
    public static <T> void forEach(Pieces<T> pieces, Taker<T> taker) throws IOException {
        int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads, InOrder::thread);
        try {
            Deque<Future<T>> begun = new ArrayDeque<>();
            Callable<T> next = pieces.next();
            while (next != null || !begun.isEmpty()) {
                while (next != null && begun.size() < AHEAD * threads) {
                    begun.add(pool.submit(next));
                    next = pieces.next();
                }
                taker.take(result(begun.remove()));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "goldenpath-reports");
        thread.setDaemon(true);
        return thread;
    }

    private static <T> T result(Future<T> made) throws IOException {
        try {
            return made.get(LIMIT_MINUTES, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("Not done after " + LIMIT_MINUTES + " minutes.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted.");
        }
    }

    /** What a piece threw, for the caller to throw. */
    private static IOException failure(@Nullable Throwable thrown) {
        if (thrown instanceof RuntimeException failure) {
            throw failure;
        }
        if (thrown instanceof Error failure) {
            throw failure;
        }
        return thrown instanceof IOException failure ? failure : new IOException(thrown);
    }
}
