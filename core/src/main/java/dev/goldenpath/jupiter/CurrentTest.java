package dev.goldenpath.jupiter;

import dev.goldenpath.evidence.Recording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells for a shared handle which test the calling thread works for. Thread-safe. */
final class CurrentTest {
    // Not inheritable: a thread that outlives its test would go on recording for it. Not static: it ends with the run.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Recording> bound = new ThreadLocal<>();

    private final TestRuns tests;
    private final Recording ofTheRun;

    CurrentTest(TestRuns tests, Recording ofTheRun) {
        this.tests = tests;
        this.ofTheRun = ofTheRun;
    }

    /** Something to do that may throw. */
    interface Work<T, E extends Throwable> {
        T run() throws E;
    }

    <T, E extends Throwable> T with(Recording recording, Work<T, E> work) throws E {
        Recording before = bound.get();
        bound.set(recording);
        try {
            return work.run();
        } finally {
            if (before == null) {
                bound.remove();
            } else {
                bound.set(before);
            }
        }
    }

    /** The recording of the test that the calling thread is bound to, else {@code other}. */
    Recording boundOr(Recording other) {
        Recording own = bound.get();
        return own == null ? other : own;
    }

    /**
     * Where the evidence of a call from this thread goes.
     *
     * @param handle what the author uses for it, for example {@code client}
     * @throws IllegalStateException when several tests run, and this thread is of none of them
     */
    Recording recording(String handle) {
        Recording own = bound.get();
        if (own != null) {
            return own;
        }
        List<Recording> running = tests.recordings();
        return switch (running.size()) {
            case 0 -> ofTheRun;
            case 1 -> running.get(0);
            default ->
                throw new IllegalStateException(
                        "Thread '" + Thread.currentThread().getName()
                                + "' uses a " + handle + " that is shared by several tests, and " + running.size()
                                + " of them run now, so the call can't be told to belong to one. Take its forThisTest() on the "
                                + "test's own thread and hand that on, or have it injected as a parameter of the test "
                                + "method.");
        };
    }
}
