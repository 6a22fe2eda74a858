package dev.goldenpath.websocket;

import java.util.ArrayList;
import java.util.List;

/**
 * An order of events in which some may repeat or stay away:
 *
 * <pre>{@code
 * sequence("agent_started").thenOneOrMore("agent_thinking").thenAny("tool_executing").then("agent_completed")
 * }</pre>
 *
 * <p>Events are taken as they come and never given back: a step that repeats takes all of its type until the first event
 * of a step after it. Immutable.
 *
 * @since 0.1.0
 */
public final class EventSequence {
    private final List<ExpectedEvent> steps;

    private EventSequence(List<ExpectedEvent> steps) {
        this.steps = List.copyOf(steps);
    }

    /** One event of each of these types, in this order; none is a beginning for what may repeat. */
    public static EventSequence sequence(String... types) {
        EventSequence sequence = new EventSequence(List.of());
        for (String type : types) {
            sequence = sequence.then(type);
        }
        return sequence;
    }

    /**
     * And after that one event of this type.
     *
     * @throws IllegalArgumentException when a step before it, which may repeat or stay away, would take that event
     */
    public EventSequence then(String type) {
        return with(new ExpectedEvent(type, true, false));
    }

    /** And after that one or more events of this type; otherwise as {@link #then}. */
    public EventSequence thenOneOrMore(String type) {
        return with(new ExpectedEvent(type, true, true));
    }

    /** And after that any number of events of this type, or none; otherwise as {@link #then}. */
    public EventSequence thenAny(String type) {
        return with(new ExpectedEvent(type, false, true));
    }

    /** And after that one event of this type, or none; otherwise as {@link #then}. */
    public EventSequence thenOptional(String type) {
        return with(new ExpectedEvent(type, false, false));
    }

    /** The steps, for example {@code a, one or more b, any c, optional d}. */
    @Override
    public String toString() {
        return Words.sequence(steps.stream().map(ExpectedEvent::inWords).toList());
    }

    List<ExpectedEvent> steps() {
        return steps;
    }

    private EventSequence with(ExpectedEvent step) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            ExpectedEvent before = steps.get(i);
            boolean exact = before.required() && !before.repeats();
            if (before.type().equals(step.type()) && !exact) {
                throw new IllegalArgumentException("No " + step.type() + " is left for '" + step.inWords()
                        + "': it would be taken by '" + before.inWords() + "' before it. Say it in one step, or put "
                        + "the exact one first.");
            }
            if (before.required()) {
                break;
            }
        }
        List<ExpectedEvent> more = new ArrayList<>(steps);
        more.add(step);
        return new EventSequence(more);
    }
}
