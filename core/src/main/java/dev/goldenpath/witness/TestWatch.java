package dev.goldenpath.witness;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * The witness's eye on one attempt of a test. Thread-safe.
 *
 * @since 0.1.0
 */
public final class TestWatch {
    private final String reason;

    TestWatch(String reason) {
        this.reason = reason;
    }

    /** The test's own part, from its begin to {@link #close()}, both on the thread that runs it. */
    @FunctionalInterface
    public interface Part extends AutoCloseable {
        /** Ends it. */
        @Override
        void close();
    }

    /**
     * The test's own part begins on the calling thread. Foreign traffic is the test's only within such a part: what
     * set-up and tear-down do is none of it.
     */
    public Part part() {
        return () -> {};
    }

    /**
     * The test's own WebSocket sessions say that they exchanged this much with a peer. Adds to what they said before; to
     * be told before {@link #ends}.
     *
     * @param peer {@code address:port}, as in {@link dev.goldenpath.evidence.Connection}
     * @param sentBytes payload sent
     * @param receivedBytes payload received
     */
    public void claim(String peer, long sentBytes, long receivedBytes) {}

    /**
     * What was witnessed up to now. Takes 10 to 100 ms.
     *
     * @param limit how long to wait for it; after that it is {@link WitnessedTest.Standing#UNAVAILABLE}
     */
    public WitnessedTest snapshot(Duration limit) {
        return WitnessedTest.unavailable(reason);
    }

    /**
     * The test has ended, with its tear-down.
     *
     * @param settled receives the final testimony, once: at most 2 s from now and on a thread of the witness, or at once
     *     and on this thread where there is no witness. It must not throw, and must be quick.
     */
    public void ends(Consumer<WitnessedTest> settled) {
        settled.accept(WitnessedTest.unavailable(reason));
    }
}
