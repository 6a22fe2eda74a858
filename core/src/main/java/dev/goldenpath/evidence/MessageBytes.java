package dev.goldenpath.evidence;

import org.jspecify.annotations.Nullable;

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

    /** Those of a message, or of a refused handshake; {@code null} for any other evidence. */
    static @Nullable MessageBytes in(Evidence evidence) {
        if (evidence instanceof WsMessage message) {
            long bytes = message.body().bytes();
            boolean sent = message.direction() == WsMessage.Direction.SENT;
            return sent ? new MessageBytes(bytes, 0) : new MessageBytes(0, bytes);
        }
        return evidence instanceof WsHandshake && evidence.answered() ? REFUSAL : null;
    }

    /** Both together. */
    public MessageBytes plus(MessageBytes more) {
        return new MessageBytes(sent + more.sent, received + more.received);
    }
}
