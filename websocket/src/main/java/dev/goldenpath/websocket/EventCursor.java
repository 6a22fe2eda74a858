package dev.goldenpath.websocket;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the events of a stream one by one, from the first one on, up to a deadline. Not thread-safe. */
final class EventCursor {
    private static final int MOST_SHOWN = 50;

    private final EventStream stream;
    private final long deadlineNanos;
    private final List<Arrival> seen = new ArrayList<>();
    private long index;

    EventCursor(EventStream stream, long deadlineNanos) {
        this.stream = stream;
        this.deadlineNanos = deadlineNanos;
    }

    /** Waits for the next event; empty when the deadline has passed, or the session has ended. */
    Optional<Arrival> next() {
        try {
            Optional<Arrival> arrival = stream.view().await(index, deadlineNanos);
            while (arrival.isPresent()) {
                index++;
                if (stream.matches(arrival.get())) {
                    seen.add(arrival.get());
                    return arrival;
                }
                arrival = stream.view().await(index, deadlineNanos);
            }
            return arrival;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for events of " + stream + ".", e);
        }
    }

    /** How the session ended, where that is why there is no next event. */
    Optional<SocketClose> ended() {
        return stream.view().closed();
    }

    /** The end of the session in words, redacted, where that is why there is no next event; else {@code otherwise}. */
    String ending(String otherwise) {
        return ended().map(close -> stream.call().redacted(close.inWords())).orElse(otherwise);
    }

    /** What a failed assertion about these events shows. */
    String message(String headline, @Nullable String missing) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("stream", stream));
        facts.add(new Fact("arrived", seen.isEmpty() ? "nothing" : arrived()));
        if (missing != null) {
            facts.add(new Fact("missing", missing));
        }
        if (index > seen.size()) {
            facts.add(Fact.of("passed over", (index - seen.size()) + " other messages"));
        }
        return stream.call().redacted(Fact.message(headline, facts));
    }

    /** Lets events from the set-up count for the test that asserts on them now. */
    void cite() {
        SocketCall call = stream.call();
        call.context()
                .recordingIfKnown()
                .ifPresent(recording -> seen.forEach(event -> recording.cite(
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

    static String name(Arrival event) {
        return event.type() == null ? "an event" : event.type();
    }

    String time(Arrival event) {
        return "after " + Periods.exactly(stream.session().message(event).sinceConnect());
    }

    private String arrived() {
        String shown = seen.stream()
                .limit(MOST_SHOWN)
                .map(event -> name(event) + " " + time(event))
                .collect(Collectors.joining("\n"));
        return seen.size() <= MOST_SHOWN ? shown : shown + "\n… and " + (seen.size() - MOST_SHOWN) + " more";
    }
}
