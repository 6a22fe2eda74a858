package dev.goldenpath.websocket;

import dev.goldenpath.environment.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.AssertProvider;
import org.jspecify.annotations.Nullable;

/**
 * The events a session receives, from its first message on: those that have arrived and those to come. AssertJ's {@code
 * assertThat(stream)} gives an {@link EventStreamAssert}.
 *
 * <p>An event is a text message that is JSON and has a type, which stands where the service's {@code events.type} in
 * {@code goldenpath.yaml} points to, or which a function {@linkplain #typedBy tells}; all other messages, heartbeats for
 * instance, are passed over. Of a service that declares no {@code events.type} every JSON message is an event.
 * Immutable; the events come by themselves.
 *
 * @since 0.1.0
 */
public final class EventStream implements AssertProvider<EventStreamAssert> {
    private final SocketSession session;
    private final List<EventCondition> conditions;
    private final @Nullable Function<ReceivedMessage, @Nullable String> types;

    EventStream(SocketSession session) {
        this(session, List.of(), null);
    }

    private EventStream(
            SocketSession session,
            List<EventCondition> conditions,
            @Nullable Function<ReceivedMessage, @Nullable String> types) {
        this.session = session;
        this.conditions = List.copyOf(conditions);
        this.types = types;
    }

    /**
     * Those of these events that hold {@code value} at a JSON Pointer. The others are foreign to the stream: failures
     * show them, and nothing counts them.
     *
     * @param value a String, Boolean, number, record, Map or List; equal when it is the same JSON
     * @throws IllegalArgumentException when {@code jsonPointer} is no JSON Pointer, or {@code value} cannot be written
     *     as JSON
     */
    public EventStream where(String jsonPointer, Object value) {
        List<EventCondition> more = new ArrayList<>(conditions);
        more.add(EventCondition.of(jsonPointer, value));
        return new EventStream(session, more, types);
    }

    /**
     * The events whose types a function tells in the place of {@code events.type}; messages need not be JSON then.
     *
     * @param typeOf gives the type of a message, or null of one that is no event; asked more than once, so it must
     *     always answer the same
     */
    public EventStream typedBy(Function<ReceivedMessage, @Nullable String> typeOf) {
        return new EventStream(session, conditions, typeOf);
    }

    @Override
    public EventStreamAssert assertThat() {
        return new EventStreamAssert(this);
    }

    /** The session and the conditions, redacted. */
    @Override
    public String toString() {
        return conditions.isEmpty()
                ? call().description()
                : call().redacted(call().description() + ", where "
                        + conditions.stream().map(EventCondition::inWords).collect(Collectors.joining(" and ")));
    }

    SocketSession session() {
        return session;
    }

    SocketCall call() {
        return session.call();
    }

    MessageView view() {
        return session.view();
    }

    /** Whether it is an event, be it one of these or a foreign one. */
    boolean isEvent(Arrival arrival) {
        if (types != null) {
            return type(arrival) != null;
        }
        return arrival.json() != null
                && !arrival.heartbeat()
                && (arrival.type() != null || call().events().type() == null);
    }

    /** Whether an event is one of these. */
    boolean matches(Arrival event) {
        return conditions.stream().allMatch(condition -> condition.holdsFor(event));
    }

    /** In what an event that is none of these differs from them. */
    String whyForeign(Arrival event) {
        return conditions.stream()
                .filter(condition -> !condition.holdsFor(event))
                .findFirst()
                .map(condition -> condition.differenceOf(event))
                .orElse("");
    }

    /** The event's type, or other words where types are not known. */
    String name(Arrival event) {
        String type = type(event);
        return type == null ? "an event" : type;
    }

    private @Nullable String type(Arrival arrival) {
        return types == null ? arrival.type() : types.apply(session.message(arrival));
    }

    /**
     * Types can be asserted on only where the service or a function says what they are.
     *
     * @throws ConfigurationException when neither does
     */
    void requireTypes() {
        if (types == null && call().events().type() == null) {
            String service = call().context().service().name();
            throw new ConfigurationException(
                    "Service '" + service + "' does not say where the type of an event stands, so no type can be "
                            + "expected of one. Add the key services." + service
                            + ".events.type to goldenpath.yaml, for "
                            + "example events: { type: /type }.",
                    List.of());
        }
    }
}
