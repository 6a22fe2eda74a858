package dev.goldenpath.websocket;

import dev.goldenpath.evidence.Fact;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the numbers of a session's events with those of the session that it goes on for. Not thread-safe. */
final class Resumption {
    private final String pointer;
    private final SequenceNumbers numbers = new SequenceNumbers();
    private @Nullable Long last;
    private @Nullable Long first;

    private Resumption(String pointer) {
        this.pointer = pointer;
    }

    /** What is wrong, with its facts; empty when every number comes once, in either session. */
    static Optional<String> fault(SocketSession earlier, SocketSession later, String pointer, Within within) {
        return new Resumption(EventCondition.requirePointer(pointer)).compare(earlier, later, within);
    }

    private Optional<String> compare(SocketSession earlier, SocketSession later, Within within) {
        for (Arrival event : earlier.view().kept()) {
            number(earlier.events(), event).ifPresent(this::before);
        }
        if (last == null) {
            return Optional.of(message(earlier, later, "the session before had no event with a number there"));
        }
        EventCursor waiting = EventCursor.awaiting(
                later.events(), System.nanoTime() + within.limit().toNanos());
        boolean resumed = false;
        for (Optional<Arrival> event = waiting.next(); event.isPresent() && !resumed; event = waiting.next()) {
            resumed = number(later.events(), event.get()).isPresent();
        }
        if (!resumed) {
            return Optional.of(message(
                    earlier,
                    later,
                    waiting.ending()
                            .orElse("none with a number there arrived within " + Periods.inWords(within.limit()))));
        }
        EventCursor arrived = EventCursor.watching(later.events(), System.nanoTime());
        for (Optional<Arrival> event = arrived.next(); event.isPresent(); event = arrived.next()) {
            number(later.events(), event.get()).ifPresent(this::after);
        }
        String faults = numbers.faults();
        return faults.isEmpty() ? Optional.empty() : Optional.of(message(earlier, later, faults));
    }

    private void before(long number) {
        numbers.add(number);
        last = last == null ? number : Math.max(last, number);
    }

    private void after(long number) {
        numbers.add(number);
        first = first == null ? number : first;
    }

    private Optional<Long> number(EventStream stream, Arrival event) {
        return stream.isEvent(event)
                ? EventCondition.at(event, pointer)
                        .filter(value -> value instanceof Integer || value instanceof Long)
                        .map(value -> ((Number) value).longValue())
                : Optional.empty();
    }

    private String message(SocketSession earlier, SocketSession later, String why) {
        return later.call()
                .redacted(Fact.message(
                        "Expected the events to go on where the session before ended, by the numbers at " + pointer
                                + ", but " + why + ".",
                        List.of(
                                Fact.of("session", later),
                                new Fact(
                                        "before",
                                        (last == null ? "no number" : "up to " + last)
                                                + earlier.closed()
                                                        .map(how -> ", then " + how.inWords())
                                                        .orElse(", and still open")),
                                new Fact("now", first == null ? "no number" : "from " + first))));
    }
}
