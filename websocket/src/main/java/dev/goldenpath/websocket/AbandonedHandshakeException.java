package dev.goldenpath.websocket;

/** Keeps a handshake from going out that was given up before there was a connection for it. */
final class AbandonedHandshakeException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    AbandonedHandshakeException() {
        super("This handshake was given up before it was connected.");
    }
}
