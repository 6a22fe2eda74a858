package dev.goldenpath.websocket;

import dev.goldenpath.evidence.RecordedEvidence;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Our end of one WebSocket: makes a session of an accepted handshake before its first message is read. Thread-safe. */
final class SessionEndpoint extends Endpoint {
    private final SocketCall call;
    private final HandshakeLog log;
    private final HandshakeTrace trace;
    private @Nullable SocketSession session;
    private String refusal = "no session was opened";
    private boolean abandoned;

    SessionEndpoint(SocketCall call, HandshakeLog log, HandshakeTrace trace) {
        this.call = call;
        this.log = log;
        this.trace = trace;
    }

    @Override
    public synchronized void onOpen(Session wire, EndpointConfig config) {
        if (abandoned) {
            WireClose.send(wire, SocketClose.NORMAL, "answered too late");
            return;
        }
        String subprotocol = wire.getNegotiatedSubprotocol();
        boolean chosen = subprotocol != null && !subprotocol.isEmpty();
        if (chosen && !call.subprotocols().contains(subprotocol)) {
            refusal = "the service chose the subprotocol '" + subprotocol + "', which was not offered";
            WireClose.send(wire, SocketClose.PROTOCOL_ERROR, "subprotocol was not offered");
            return;
        }
        RecordedEvidence handshake = log.handshake(trace, trace.status(), chosen ? subprotocol : null, null);
        SocketSession opened = new SocketSession(wire, call, log, handshake);
        session = opened;
        wire.addMessageHandler(String.class, (MessageHandler.Whole<String>) opened::received);
        wire.addMessageHandler(ByteBuffer.class, (MessageHandler.Whole<ByteBuffer>) opened::received);
        wire.addMessageHandler(PongMessage.class, pong -> opened.ponged(pong.getApplicationData()));
        if (!call.owner().add(opened)) {
            opened.close();
        }
    }

    @Override
    public void onClose(Session wire, CloseReason reason) {
        int code = reason.getCloseCode().getCode();
        String words = reason.getReasonPhrase();
        // The words of an abnormal end are Tyrus's own, not the service's.
        String peerWords = words == null || code == SocketClose.LOST ? "" : words;
        session().ifPresent(ended -> ended.ended(new SocketClose(code, peerWords, false)));
    }

    @Override
    public void onError(Session wire, Throwable error) {
        session()
                .ifPresent(broken -> broken.end(new SocketClose(
                        SocketClose.CLIENT_ERROR,
                        "message could not be processed: " + error.getClass().getSimpleName(),
                        true)));
    }

    synchronized Optional<SocketSession> session() {
        return Optional.ofNullable(session);
    }

    /** Why an answer with status 101 opened no session. */
    synchronized String refusal() {
        return refusal;
    }

    /** A handshake that is accepted from now on ends at once; false when one was accepted already. */
    synchronized boolean abandon() {
        abandoned = true;
        return session == null;
    }
}
