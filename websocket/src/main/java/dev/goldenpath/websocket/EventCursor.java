package dev.goldenpath.websocket;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the events of a stream one by one, from the session's first on, up to a deadline. Not thread-safe. */
final class EventCursor {
    private final EventStream stream;
    private final long deadlineNanos;
    private final boolean awaiting;
    private final CursorTimeline timeline;
    private final List<Arrival> basis = new ArrayList<>();
    private long index;
    private long matching;
    private long passedOver;
    private boolean over;

    private EventCursor(EventStream stream, long deadlineNanos, boolean awaiting) {
        this.stream = stream;
        this.deadlineNanos = deadlineNanos;
        this.awaiting = awaiting;
        this.timeline = new CursorTimeline(stream);
    }

    /** For events that must come by the deadline: those after it are late. */
    static EventCursor awaiting(EventStream stream, long deadlineNanos) {
        return new EventCursor(stream, deadlineNanos, true);
    }

    /** For what must not come by the deadline: nothing after it is looked at. */
    static EventCursor watching(EventStream stream, long deadlineNanos) {
        return new EventCursor(stream, deadlineNanos, false);
    }

    /** Waits for the next event; empty when the deadline has passed, or the session has ended. */
    Optional<Arrival> next() {
        Optional<Arrival> next = next(deadlineNanos);
        over = next.isEmpty();
        return next;
    }

    /** The end of the session in words; empty while it is open. */
    Optional<String> ending() {
        return stream.view().closed().map(SocketClose::inWords);
    }

    /**
     * The end of the session in words, where that leaves a watch for more events unproved. It does not when the service
     * has ended the session as finished, after at least one of these events: then no more can come.
     */
    Optional<String> endedEarly() {
        return stream.view()
                .closed()
                .filter(close -> matching == 0 || close.code() != SocketClose.NORMAL || close.byTest())
                .map(SocketClose::inWords);
    }

    /** Says that an assertion, if it passes, rests on this event. */
    void restOn(Arrival event) {
        // Those of the test itself count for it anyway.
        if (event.recorded().phase() == Phase.SETUP) {
            basis.add(event);
        }
    }

    /** Lets events from the set-up, which an assertion rests on, count for the test that makes it. */
    void cite() {
        SocketCall call = stream.call();
        call.context()
                .recordingIfKnown()
                .ifPresent(recording -> basis.forEach(event -> recording.cite(
                        event.recorded(), () -> call.redacted(call.description() + " → " + name(event)))));
    }

    /** Records, as a step of the test that runs now, what was found out about these events. */
    void note(String words) {
        SocketCall call = stream.call();
        call.context()
                .recordingIfKnown()
                .ifPresent(recording -> recording.record(
                        new Step(call.redacted(call.description() + ": " + words), null, null), System.nanoTime()));
    }

    /** The event's type, or other words where types are not known. */
    String name(Arrival event) {
        return stream.name(event);
    }

    /** For example {@code after 0.012 s}, counted from the start of the handshake. */
    String time(Arrival event) {
        return "after " + Periods.exactly(stream.session().message(event).sinceConnect());
    }

    String message(EventMismatch mismatch) {
        return message(mismatch, List.of(), List.of());
    }

    /**
     * What a failed assertion about these events shows. Looks once more for what has arrived meanwhile.
     *
     * @param more facts before all others
     * @param remarks what else happened, for its place among the events
     */
    String message(EventMismatch mismatch, List<Fact> more, List<TimelineEntry> remarks) {
        long now = System.nanoTime();
        long until = !awaiting && deadlineNanos - now < 0 ? deadlineNanos : now;
        Optional<Arrival> meanwhile = next(until);
        while (meanwhile.isPresent()) {
            meanwhile = next(until);
        }
        EventTimeline aligned = timeline.of(mismatch, remarks);
        List<Fact> facts = new ArrayList<>(more);
        facts.add(Fact.of("stream", stream));
        facts.add(new Fact("timeline", aligned.lines(stream.call()::redacted)));
        if (passedOver > 0) {
            facts.add(new Fact("passed over", passedOver + " other message" + (passedOver == 1 ? "" : "s")));
        }
        return stream.call().redacted(Fact.message(mismatch.headline().apply(aligned), facts));
    }

    private Optional<Arrival> next(long untilNanos) {
        try {
            Optional<Arrival> arrival = stream.view().await(index, untilNanos);
            while (arrival.isPresent()) {
                index++;
                if (isNext(arrival.get())) {
                    return arrival;
                }
                arrival = stream.view().await(index, untilNanos);
            }
            return arrival;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for events of " + stream + ".", e);
        }
    }

    private boolean isNext(Arrival arrival) {
        if (!stream.isEvent(arrival)) {
            passedOver++;
            return false;
        }
        if (!stream.matches(arrival)) {
            timeline.addForeign(arrival);
            return false;
        }
        matching++;
        timeline.addOwn(arrival, awaiting && (over || arrival.nanos() - deadlineNanos > 0));
        return true;
    }
}
