package dev.goldenpath.evidence;

import java.util.Map;

/**
 * How much a test has exchanged with a service: in content of WebSocket messages, or over the wire.
 *
 * @param sent bytes that the test sent
 * @param received bytes that it received
 * @since 0.1.0
 */
public record MessageBytes(long sent, long received) {
    /** How little a handshake that was refused must have taken: what its head takes is not known. */
    private static final MessageBytes REFUSAL = new MessageBytes(1, 1);

    /** Those of a message, or of a refused handshake, by its service; none of any other evidence. */
    static Map<String, MessageBytes> in(Evidence evidence) {
        if (evidence instanceof WsMessage message) {
            long bytes = message.body().bytes();
            boolean sent = message.direction() == WsMessage.Direction.SENT;
            return Map.of(message.service(), sent ? new MessageBytes(bytes, 0) : new MessageBytes(0, bytes));
        }
        return evidence instanceof WsHandshake handshake
                ? handshake
                        .answer()
                        .map(refusal -> Map.of(refusal.service(), REFUSAL))
                        .orElse(Map.of())
                : Map.of();
    }

    /** Both together. */
    public MessageBytes plus(MessageBytes more) {
        return new MessageBytes(sent + more.sent, received + more.received);
    }
}
