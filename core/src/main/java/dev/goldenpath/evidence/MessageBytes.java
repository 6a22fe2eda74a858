package dev.goldenpath.evidence;

/**
 * How much content of messages a test has exchanged with a service over WebSockets.
 *
 * @param sent bytes of content that the test sent
 * @param received bytes of content that it received
 * @since 0.1.0
 */
public record MessageBytes(long sent, long received) {
    static MessageBytes of(WsMessage message) {
        long bytes = message.body().bytes();
        return message.direction() == WsMessage.Direction.SENT
                ? new MessageBytes(bytes, 0)
                : new MessageBytes(0, bytes);
    }

    MessageBytes plus(MessageBytes more) {
        return new MessageBytes(sent + more.sent, received + more.received);
    }
}
