package dev.goldenpath.websocket;

/**
 * How a session ended.
 *
 * @param code the close code; 1006 when the connection was lost without a close frame
 * @param reason the words that went with it; empty when there were none
 * @param byTest whether this side ended it, and not the service
 * @since 0.1.0
 */
public record SocketClose(int code, String reason, boolean byTest) {
    static final int NORMAL = 1000;
    static final int PROTOCOL_ERROR = 1002;
    static final int LOST = 1006;
    static final int TOO_BIG = 1009;
    static final int CLIENT_ERROR = 1011;

    /** The end of a sentence, for example {@code the service closed the session with 1011 (restarting)}. */
    String inWords() {
        String words = reason.isEmpty() ? "" : " (" + reason + ")";
        if (byTest) {
            return "this side closed the session with " + code + words;
        }
        return code == LOST
                ? "the connection was lost without a close frame (1006)"
                : "the service closed the session with " + code + words;
    }
}
