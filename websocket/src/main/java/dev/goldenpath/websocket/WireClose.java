package dev.goldenpath.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;

/** Ends a connection. Sends the close frame and closes, without waiting for the answer: a peer may never give one. */
final class WireClose {
    private WireClose() {}

    static void send(Session wire, int code, String reason) {
        try {
            wire.close(new CloseReason(CloseCodes.getCloseCode(code), reason));
        } catch (IOException | IllegalStateException e) {
            // Gone already, which is what was asked for.
            return;
        }
    }
}
