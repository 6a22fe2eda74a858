package dev.goldenpath.witness;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.evidence.Recording;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Watches what this JVM's sockets do, with the JVM's own flight recorder, so that the word of a client need not be taken
 * for it. One per run. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Witness implements AutoCloseable {
    private static final String NOT_YET = "The witness had not begun when the test did.";
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final DeclaredAddresses declared = new DeclaredAddresses();
    private final CountDownLatch decided = new CountDownLatch(1);
    private final Thread thread = daemon(this::watch, "goldenpath-witness");
    private volatile String reason = NOT_YET;
    private volatile @Nullable Watching watching;
    private volatile boolean closed;
    private volatile CompletableFuture<Void> lookups = CompletableFuture.completedFuture(null);

    private Witness() {}

    /** A witness that begins to watch in the background, which takes 0.5 to 3 s. */
    public static Witness start() {
        Witness witness = new Witness();
        witness.thread.start();
        return witness;
    }

    /**
     * Waits until it watches, or is known not to, and until what was declared before is looked up.
     *
     * @param limit after which neither is waited for any longer
     * @return why there is no testimony, empty where there is
     */
    public Optional<String> await(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            if (!decided.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                return Optional.of("The witness has not begun within " + limit.toMillis() + " ms.");
            }
            lookups.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // Then some traffic bears no service's name, and proves nothing.
            return unavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return unavailable();
    }

    /** Why a test that begins now will have no testimony, empty where it will. */
    public Optional<String> unavailable() {
        return watching == null ? Optional.of(reason) : Optional.empty();
    }

    /** Looks up the addresses of the environment's services, in the background, so that traffic bears their names. */
    public synchronized void declare(Environment environment) {
        lookups = CompletableFuture.allOf(
                lookups,
                CompletableFuture.runAsync(
                        () -> declared.add(environment),
                        task -> daemon(task, "goldenpath-witness-names").start()));
    }

    /** An attempt of a test begins, before its set-up; or the shared set-up of a class or factory does. */
    public TestWatch testBegins(Recording recording) {
        Watching now = watching;
        return now == null ? TestWatch.unavailable(reason, recording) : now.begin(recording);
    }

    /** Settles all tests that have ended, within 5 s, and stops watching. */
    @Override
    public void close() {
        closed = true;
        Watching now = watching;
        if (now == null) {
            // Still on its way, it has nothing to settle.
            return;
        }
        now.close();
        try {
            thread.join(CLOSING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        Watching begun = null;
        try {
            begun = begin();
        } catch (IOException | RuntimeException | LinkageError e) {
            reason = "The flight recorder can't be used: " + e.getMessage() + cause(e) + ".";
        } finally {
            watching = begun;
            decided.countDown();
        }
        if (begun != null) {
            if (closed) {
                begun.close();
            }
            begun.settle();
        }
    }

    private Watching begin() throws IOException {
        if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
            throw new IOException("this JVM has no module jdk.jfr");
        }
        Watching begun = new Watching(new FlightRecording(), declared);
        begun.stream();
        return begun;
    }

    private static String cause(Throwable thrown) {
        return thrown.getCause() == null ? "" : " (" + thrown.getCause().getMessage() + ")";
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
