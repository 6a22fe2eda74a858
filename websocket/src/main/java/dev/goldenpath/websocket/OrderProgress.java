package dev.goldenpath.websocket;

import java.util.List;
import java.util.stream.Stream;

/** How far events have come on the way through an {@link EventSequence}. Not thread-safe. */
final class OrderProgress {
    private final List<ExpectedEvent> steps;
    private int step;
    private boolean met;

    OrderProgress(EventSequence sequence) {
        this.steps = sequence.steps();
    }

    /** Whether an event of this type is the next of the order; it is passed by then. */
    boolean take(String type) {
        boolean isMet = met;
        for (int i = step; i < steps.size(); i++) {
            ExpectedEvent next = steps.get(i);
            if (next.type().equals(type) && (!isMet || next.repeats())) {
                step = next.repeats() ? i : i + 1;
                met = next.repeats();
                return true;
            }
            if (next.required() && !isMet) {
                return false;
            }
            isMet = false;
        }
        return false;
    }

    /** Whether all has come that must. */
    boolean isComplete() {
        return missing().findFirst().isEmpty();
    }

    /** The type of the next event that must come, while not all has. */
    String next() {
        return missing().map(ExpectedEvent::type).findFirst().orElseThrow();
    }

    private Stream<ExpectedEvent> missing() {
        return steps.stream().skip(met ? step + 1 : step).filter(ExpectedEvent::required);
    }
}
