package dev.goldenpath.evidence;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket message, in either direction.
 *
 * @param service name of the declared service
 * @param user name of the session's test user, absent for an anonymous session
 * @param session number of the session in this JVM, as in its {@link WsHandshake}
 * @param direction who sent it
 * @param number the message's place among those of its session and direction, from 1
 * @param opcode {@code text}, {@code binary}, {@code ping} or {@code pong}
 * @param eventType the event type found at the service's {@code events.type}, absent when there is none
 * @param heartbeat whether it only keeps the connection alive: a ping or a pong, a text without a type where the service's
 *     events have one, or one that the service's {@code events.heartbeats} lists
 * @param body the message's content
 * @param markers what in a received message tells that it is no real work, such as {@code /source is "mock"}, redacted
 * @since 0.1.0
 */
public record WsMessage(
        String service,
        @Nullable String user,
        long session,
        Direction direction,
        long number,
        String opcode,
        @Nullable String eventType,
        boolean heartbeat,
        Body body,
        List<String> markers)
        implements Evidence {

    /** Copies the markers; the log of a run leaves out that there are none. */
    public WsMessage {
        markers = markers == null ? List.of() : List.copyOf(markers);
    }

    /** Who sent a message. */
    public enum Direction {
        /** Sent by the test. */
        SENT,
        /** Received from the service. */
        RECEIVED
    }

    /** What {@link #kind()} says. */
    public static final String KIND = "ws-message";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean redactedWhenTold() {
        return true;
    }

    @Override
    public int weight() {
        return Body.weight(body);
    }

    @Override
    public List<String> suspicions() {
        if (markers.isEmpty()) {
            return List.of();
        }
        return markers.stream()
                .map(marker ->
                        "message " + number + " of '" + service + "' in WebSocket session " + session + ": " + marker)
                .toList();
    }

    @Override
    public Optional<Answer> answer() {
        return direction == Direction.RECEIVED && !heartbeat
                ? Optional.of(new Answer(service, user, null))
                : Optional.empty();
    }
}
