package dev.goldenpath.websocket;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.evidence.Canary;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about an {@link EventStream}. Each reads all its events from the session's first message on, so that what
 * arrived before the call counts, too, and waits for those still to come. A failure shows what arrived beside what was
 * expected, and when, counted from the start of the handshake, redacted.
 *
 * <p>Each throws {@link IllegalStateException} when the session does not keep its first messages any more, or the thread
 * is interrupted; one that names types throws {@link ConfigurationException} where the service declares no {@code
 * events.type} and the stream has no other types.
 *
 * @since 0.1.0
 */
public final class EventStreamAssert extends AbstractAssert<EventStreamAssert, EventStream> {
    private @Nullable EventSequence inOrder;

    EventStreamAssert(EventStream actual) {
        super(actual, EventStreamAssert.class);
    }

    /** Verifies that an event of this type arrives; otherwise as {@link #arriveInOrder(Within, EventSequence)}. */
    public EventStreamAssert arrives(Within within, String type) {
        return arriveInOrder(within, type);
    }

    /**
     * Verifies that an event of each of these types arrives, in this order; otherwise as {@link #arriveInOrder(Within,
     * EventSequence)}.
     *
     * @param types at least one
     */
    public EventStreamAssert arriveInOrder(Within within, String... types) {
        return arriveInOrder(within, EventSequence.sequence(types));
    }

    /**
     * Verifies that events arrive in this order. Others may come before them and between them: {@link #andNothingElse}
     * looks for those. Returns when the last that must come has arrived; fails at once when the session ends before.
     *
     * @param within how long to wait for the last of them
     * @param expected at least one step
     */
    public EventStreamAssert arriveInOrder(Within within, EventSequence expected) {
        if (expected.steps().isEmpty()) {
            throw new IllegalArgumentException("Name at least one event type.");
        }
        typed();
        await(within, new OrderCheck(expected, within));
        inOrder = expected;
        return this;
    }

    /**
     * Verifies that no event has arrived, or arrives now, but those named in {@code arriveInOrder}, in that order. Fails
     * at once when one does, or when the session ends, unless the service closes it with 1000: then nothing more can
     * arrive.
     *
     * @param quiet how long to watch for further events
     * @throws IllegalStateException when {@code arriveInOrder} was not called before
     */
    public EventStreamAssert andNothingElse(QuietFor quiet) {
        return watch(quiet, new NothingElseCheck(order(), quiet));
    }

    /**
     * Verifies that none of the types named in {@code arriveInOrder} arrives more often than it was named there; one
     * that may repeat may. Fails at once when one does, or when the session ends, unless the service closes it with
     * 1000: then nothing more can arrive.
     *
     * @param quiet how long to watch for further events
     * @throws IllegalStateException when {@code arriveInOrder} was not called before
     */
    public EventStreamAssert eachExactlyOnce(QuietFor quiet) {
        return watch(quiet, new RepetitionCheck(order(), quiet));
    }

    /**
     * Verifies that no event has arrived since the session was opened, and that none arrives now. Fails at once when one
     * does, or when the session ends: what can't arrive is no proof.
     *
     * @param quiet how long to watch
     */
    public EventStreamAssert isSilentFor(QuietFor quiet) {
        return watch(quiet, new SilenceCheck(quiet));
    }

    /**
     * Verifies that one of the events that have arrived up to now contains a canary that the test has sent; which one is
     * recorded as a step of the test. Does not wait: call {@code arriveInOrder} before.
     */
    public EventStreamAssert carries(Canary canary) {
        return verify(EventCursor.watching(stream(), System.nanoTime()), new CanaryCheck(canary));
    }

    private EventStreamAssert await(Within within, EventCheck check) {
        return verify(EventCursor.awaiting(stream(), deadline(within.limit())), check);
    }

    private EventStreamAssert watch(QuietFor quiet, EventCheck check) {
        return verify(EventCursor.watching(stream(), deadline(quiet.period())), check);
    }

    private EventStreamAssert verify(EventCursor events, EventCheck check) {
        Optional<EventMismatch> mismatch = check.of(events);
        if (mismatch.isPresent()) {
            throw failure("%s", events.message(mismatch.get()));
        }
        events.cite();
        return this;
    }

    private EventSequence order() {
        if (inOrder == null) {
            throw new IllegalStateException("Call arriveInOrder(…) before: it says which types are meant.");
        }
        return inOrder;
    }

    private EventStream stream() {
        isNotNull();
        return actual;
    }

    private void typed() {
        stream().requireTypes();
    }

    private static long deadline(Duration fromNow) {
        return System.nanoTime() + fromNow.toNanos();
    }
}
