package dev.goldenpath.witness;

import dev.goldenpath.evidence.Recording;
import dev.goldenpath.witness.TestMark.What;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The witness's eye on one attempt of a test, or on a set-up that tests share. Thread-safe.
 *
 * @since 0.1.0
 */
public final class TestWatch {
    private final @Nullable Watching watching;
    private final String reason;
    private final long recording;
    private final boolean ofTest;
    private final Set<Long> besides;
    private final Instant begun = Instant.now();
    /** Ids are given out in their order, also to threads that never start. */
    private final long firstThread = new Thread(() -> {}).getId();

    private final Claims claims = new Claims();

    private TestWatch(@Nullable Watching watching, String reason, Recording recording, Set<Long> besides) {
        this.watching = watching;
        this.reason = reason;
        this.recording = recording.number();
        this.ofTest = recording.test().isPresent();
        this.besides = besides;
    }

    /** A watch without a witness. */
    static TestWatch unavailable(String reason, Recording recording) {
        return new TestWatch(null, reason, recording, Set.of());
    }

    /** A watch that begins now, while the tests of these recordings run. */
    static TestWatch begin(Watching watching, Recording recording, Set<Long> besides) {
        return new TestWatch(watching, "", recording, besides);
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
     * set-up and tear-down do is none of it. There may be several parts, also at once on several threads.
     */
    public Part part() {
        if (watching == null) {
            return () -> {};
        }
        TestMark.commit(What.PART_BEGUN, recording);
        return () -> TestMark.commit(What.PART_ENDED, recording);
    }

    /**
     * The test's own WebSocket sessions say that they exchanged this much with a peer. Adds to what they said before; to
     * be told before {@link #ends}.
     *
     * @param peer {@code address:port}, as in {@link dev.goldenpath.evidence.Connection}
     * @param sentBytes payload sent
     * @param receivedBytes payload received
     */
    public void claim(String peer, long sentBytes, long receivedBytes) {
        claims.add(peer, sentBytes, receivedBytes);
    }

    /**
     * What was witnessed up to now. Takes 10 to 100 ms.
     *
     * @param limit how long to wait for it; after that it is {@link WitnessedTest.Standing#UNAVAILABLE}
     */
    public WitnessedTest snapshot(Duration limit) {
        return watching == null ? WitnessedTest.unavailable(reason) : watching.snapshot(this, limit);
    }

    /**
     * The test has ended, with its tear-down.
     *
     * @param settled receives the final testimony, once: at most 2 s from now and on a thread of the witness, or at once
     *     and on this thread where there is no witness. It must not throw, and must be quick.
     */
    public void ends(Consumer<WitnessedTest> settled) {
        if (watching == null) {
            settled.accept(WitnessedTest.unavailable(reason));
        } else {
            watching.end(this, settled);
        }
    }

    long recording() {
        return recording;
    }

    boolean isOfTest() {
        return ofTest;
    }

    /** The tests that ran when this one began. */
    Set<Long> besides() {
        return besides;
    }

    Instant begun() {
        return begun;
    }

    /** The least id of threads that were made since this began. */
    long firstThread() {
        return firstThread;
    }

    Claims claims() {
        return claims;
    }
}
