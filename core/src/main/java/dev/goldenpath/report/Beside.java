package dev.goldenpath.report;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Something that is done on a thread of its own, beside what its maker does. */
final class Beside {
    /** Of logs of many gigabytes; a disk that hangs must not hang the build for ever. */
    private static final int LIMIT_MINUTES = 30;

    private final FutureTask<Void> task;

    private Beside(FutureTask<Void> task) {
        this.task = task;
    }

    /** What is done. */
    interface Action {
        void run() throws IOException;
    }

    /** Starts it, on a daemon thread of this name. */
    static Beside start(String name, Action action) {
        Beside beside = new Beside(new FutureTask<>(() -> {
            action.run();
            return null;
        }));
        Thread thread = new Thread(beside.task, name);
        thread.setDaemon(true);
        thread.start();
        return beside;
    }

    /** Returns when it is over, however it ended. */
    void await() throws IOException {
        try {
            result();
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            // Told by result, unless what its maker did went wrong first.
            return;
        }
    }

    /**
     * Returns when it is done.
     *
     * @throws IOException what ended it, or when it takes too long, or this thread is interrupted
     */
    void result() throws IOException {
        try {
            task.get(LIMIT_MINUTES, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            rethrow(e.getCause());
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new IOException("Not done after " + LIMIT_MINUTES + " minutes.", e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted.");
        }
    }

    private static void rethrow(@Nullable Throwable cause) throws IOException {
        if (cause instanceof IOException failure) {
            throw failure;
        }
        if (cause instanceof RuntimeException failure) {
            throw failure;
        }
        if (cause instanceof Error failure) {
            throw failure;
        }
        throw new IllegalStateException(cause);
    }
}
