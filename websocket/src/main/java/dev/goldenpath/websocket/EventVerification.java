package dev.goldenpath.websocket;

import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/** How an {@link EventStreamAssert} lets a check read the events, and fails with what it found. */
abstract class EventVerification extends AbstractAssert<EventStreamAssert, EventStream> {

    EventVerification(EventStream actual) {
        super(actual, EventStreamAssert.class);
    }

    /** Verifies what must come within a time. */
    final EventStreamAssert await(Within within, EventCheck check) {
        return verify(EventCursor.awaiting(stream(), deadline(within.limit())), check);
    }

    /** Verifies what must not come for a time. */
    final EventStreamAssert watch(QuietFor quiet, EventCheck check) {
        return verify(EventCursor.watching(stream(), deadline(quiet.period())), check);
    }

    /** Verifies what has come up to now. */
    final EventStreamAssert look(EventCheck check) {
        return verify(EventCursor.watching(stream(), System.nanoTime()), check);
    }

    final EventStreamAssert verify(EventCursor events, EventCheck check) {
        Optional<EventMismatch> mismatch = check.of(events);
        if (mismatch.isPresent()) {
            throw failure("%s", events.message(mismatch.get()));
        }
        events.cite();
        return myself;
    }

    final EventStream stream() {
        isNotNull();
        return actual;
    }

    /** The same check, of a stream whose events have types. */
    final EventCheck typed(EventCheck check) {
        stream().requireTypes();
        return check;
    }

    static int notNegative(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("Events can't arrive " + count + " times.");
        }
        return count;
    }

    private static long deadline(Duration fromNow) {
        return System.nanoTime() + fromNow.toNanos();
    }
}
