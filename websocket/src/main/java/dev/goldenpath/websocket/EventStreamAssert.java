package dev.goldenpath.websocket;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.evidence.Canary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
public final class EventStreamAssert extends EventVerification {
    private @Nullable EventSequence inOrder;

    EventStreamAssert(EventStream actual) {
        super(actual);
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
        await(within, typed(new OrderCheck(expected, within)));
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
     * Verifies that as many events of this type arrive, and no more. Fails at once when there is one too many, or when
     * the session ends, unless the service closes it with 1000 after an event: then nothing more can arrive.
     *
     * @param quiet how long to watch; call {@link #arrives} before, where the events may take longer than that
     */
    public EventStreamAssert arrivesExactly(int count, String type, QuietFor quiet) {
        return watch(quiet, typed(new AtMostCheck(notNegative(count), true, type, quiet)));
    }

    /** Verifies that at least as many events of this type arrive. Returns when they have. */
    public EventStreamAssert arrivesAtLeast(int count, String type, Within within) {
        return await(within, typed(new AtLeastCheck(notNegative(count), type, within)));
    }

    /** Verifies that no more events of this type arrive; otherwise as {@link #arrivesExactly}. */
    public EventStreamAssert arrivesAtMost(int count, String type, QuietFor quiet) {
        return watch(quiet, typed(new AtMostCheck(notNegative(count), false, type, quiet)));
    }

    /**
     * Verifies that no event of this type has arrived since the session was opened, and that none arrives now. Fails at
     * once when one does, or when the session ends, in whatever way: what can't arrive is no proof.
     *
     * @param quiet how long to watch
     */
    public EventStreamAssert doesNotArrive(String type, QuietFor quiet) {
        return watch(quiet, typed(new AbsenceCheck(type, quiet)));
    }

    /**
     * Verifies that no two events have the same value at a JSON Pointer, and that at least one has a value there. Fails
     * at once when two have, or when the session ends, unless the service closes it with 1000 after an event: then
     * nothing more can arrive.
     *
     * @param quiet how long to watch for duplicates
     * @throws IllegalArgumentException when {@code jsonPointer} is no JSON Pointer
     */
    public EventStreamAssert hasNoDuplicates(String jsonPointer, QuietFor quiet) {
        return watch(quiet, new DuplicateCheck(EventCondition.requirePointer(jsonPointer), quiet));
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
     * Verifies that the whole numbers at a JSON Pointer of the events that have arrived up to now rise by one, from
     * whichever comes first. Events with nothing there are passed over; at least one must have a number. Does not wait.
     *
     * @throws IllegalArgumentException when {@code jsonPointer} is no JSON Pointer
     */
    public EventStreamAssert hasSequenceWithoutHoles(String jsonPointer) {
        return look(new SequenceCheck(EventCondition.requirePointer(jsonPointer)));
    }

    /**
     * Verifies that none of the events that have arrived up to now came later than this after the one before it. There
     * must be two, at least. Does not wait.
     */
    public EventStreamAssert hasNoGapOver(Duration longest) {
        Periods.requirePositive(longest);
        return look(new GapCheck(longest));
    }

    /**
     * Verifies that the first event arrives soon. Waits for it.
     *
     * @param limit counted from the session's opening, when the answer to the handshake had been read
     */
    public EventStreamAssert firstArrivesWithin(Duration limit) {
        Periods.requirePositive(limit);
        SessionClock clock = stream().session().clock();
        return verify(
                EventCursor.awaiting(actual, clock.openedNanos() + limit.toNanos()),
                new FirstCheck(limit, clock.opened()));
    }

    /**
     * Verifies that, of the events that have arrived up to now, none holds another value than this at a JSON Pointer,
     * and at least one holds it: no other user's events came. Those with nothing there belong to nobody, and pass. Does
     * not wait.
     *
     * @param value as for {@link EventStream#where}
     * @throws IllegalArgumentException as {@link EventStream#where}
     */
    public EventStreamAssert belongOnlyTo(String jsonPointer, Object value) {
        return look(new OwnCheck(EventCondition.of(jsonPointer, value), false));
    }

    /**
     * Verifies that all events that have arrived up to now hold this value at a JSON Pointer, and that there is one;
     * otherwise as {@link #belongOnlyTo}, but an event with nothing there fails.
     */
    public EventStreamAssert areOnlyAbout(String jsonPointer, Object value) {
        return look(new OwnCheck(EventCondition.of(jsonPointer, value), true));
    }

    /**
     * Verifies that one of the events that have arrived up to now contains a canary that the test has sent; which one is
     * recorded as a step of the test. Does not wait: call {@code arriveInOrder} before.
     */
    public EventStreamAssert carries(Canary canary) {
        return look(new CanaryCheck(canary));
    }

    /**
     * Verifies that the events of this type that have arrived up to now, at least one, are as a JSON Schema says. Does not
     * wait. A failure tells the place in each message and the rule that is broken, and not what stands there.
     *
     * <p>Needs {@code com.networknt:json-schema-validator} on the class path. Formats are checked, nothing is fetched: the
     * schema stands alone.
     *
     * @param schema as JSON text, of draft 2020-12 where it names no other
     * @throws ConfigurationException when the schema can't be used, or the validator is not there
     */
    public EventStreamAssert hasShape(String type, String schema) {
        MessageShape shape = stream().session().shapes().of("'" + type + "'", schema);
        return look(typed(new ShapeCheck(type, shape)));
    }

    /**
     * As {@link #hasShape(String, String)}, of a schema in a file.
     *
     * @throws UncheckedIOException when it can't be read
     */
    public EventStreamAssert hasShape(String type, Path schema) {
        try {
            return hasShape(type, Files.readString(schema));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private EventSequence order() {
        if (inOrder == null) {
            throw new IllegalStateException("Call arriveInOrder(…) before: it says which types are meant.");
        }
        return inOrder;
    }
}
