package dev.goldenpath.websocket;

import dev.goldenpath.client.JsonText;
import dev.goldenpath.environment.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AssertProvider;

/**
 * The events a session receives, from its first message on: those that have arrived and those to come. AssertJ's {@code
 * assertThat(stream)} gives an {@link EventStreamAssert}.
 *
 * <p>An event is a text message that is JSON and has a type, which stands where the service's {@code events.type} in
 * {@code goldenpath.yaml} points to; all other messages, heartbeats for instance, are passed over. Of a service that
 * declares no {@code events.type} every JSON message is an event. Immutable; the events come by themselves.
 *
 * @since 0.1.0
 */
public final class EventStream implements AssertProvider<EventStreamAssert> {
    private final SocketSession session;
    private final List<Condition> conditions;

    EventStream(SocketSession session, List<Condition> conditions) {
        this.session = session;
        this.conditions = List.copyOf(conditions);
    }

    /**
     * Those of these events that hold {@code value} at a JSON Pointer.
     *
     * @param value a String, Boolean, number, record, Map or List; equal when it is the same JSON
     * @throws IllegalArgumentException when {@code jsonPointer} is no JSON Pointer, or {@code value} cannot be written
     *     as JSON
     */
    public EventStream where(String jsonPointer, Object value) {
        List<Condition> more = new ArrayList<>(conditions);
        more.add(Condition.of(jsonPointer, value));
        return new EventStream(session, more);
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
                        + conditions.stream().map(Condition::inWords).collect(Collectors.joining(" and ")));
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

    boolean matches(Arrival arrival) {
        JsonText json = arrival.json();
        return json != null
                && !arrival.heartbeat()
                && (arrival.type() != null || call().events().type() == null)
                && conditions.stream().allMatch(condition -> condition.holdsFor(json));
    }

    /**
     * Types can be asserted on only where the service says what they are.
     *
     * @throws ConfigurationException when it does not
     */
    void requireTypes() {
        if (call().events().type() == null) {
            String service = call().context().service().name();
            throw new ConfigurationException(
                    "Service '" + service + "' does not say where the type of an event stands, so no type can be "
                            + "expected of one. Add the key services." + service
                            + ".events.type to goldenpath.yaml, for "
                            + "example events: { type: /type }.",
                    List.of());
        }
    }

    /** A value that must stand at a place. */
    record Condition(String pointer, Object value, String inWords) {

        static Condition of(String pointer, Object value) {
            JsonText json = JsonText.parse(JsonText.write(value));
            Object plain = json.at("")
                    .orElseThrow(() -> new IllegalArgumentException("No event can be told by a null at " + pointer));
            // A misspelt pointer is found here, and not by the first message.
            json.at(pointer);
            return new Condition(pointer, plain, pointer + " is " + plain);
        }

        boolean holdsFor(JsonText json) {
            return json.at(pointer).filter(value::equals).isPresent();
        }
    }
}
