package dev.goldenpath.websocket;

import dev.goldenpath.evidence.CallFailure.Kind;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.RecordedEvidence;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Our end of one WebSocket: makes a session of an accepted handshake before its first message is read. Thread-safe. */
final class SessionEndpoint extends Endpoint {
    private static final String CLOSE_FRAME = "org.glassfish.tyrus.core.frame.CloseFrame";
    /** How Tyrus says that a frame is larger than all that it takes. */
    private static final String OVERFLOW = "Buffer overflow";

    private final SocketCall call;
    private final HandshakeLog log;
    private final HandshakeTrace trace;
    private final List<String> subprotocols;
    private @Nullable SocketSession session;
    private ConnectFailure refusal = protocolBroken("no session was opened");
    private boolean abandoned;

    /** @param subprotocols that were offered */
    SessionEndpoint(SocketCall call, HandshakeLog log, HandshakeTrace trace, List<String> subprotocols) {
        this.call = call;
        this.log = log;
        this.trace = trace;
        this.subprotocols = subprotocols;
    }

    @Override
    public synchronized void onOpen(Session wire, EndpointConfig config) {
        if (abandoned) {
            WireClose.send(wire, SocketClose.NORMAL, "answered too late");
            return;
        }
        String subprotocol = wire.getNegotiatedSubprotocol();
        boolean chosen = subprotocol != null && !subprotocol.isEmpty();
        if (chosen && !subprotocols.contains(subprotocol)) {
            refuseSubprotocol(subprotocol);
            WireClose.send(wire, SocketClose.PROTOCOL_ERROR, "subprotocol was not offered");
            return;
        }
        RecordedEvidence handshake = log.accepted(trace, chosen ? subprotocol : null);
        SocketSession opened =
                new SocketSession(wire, call, log.messages(), trace.timer().startNanos(), handshake);
        session = opened;
        MessageReceiver receiver = opened.receiver();
        wire.addMessageHandler(String.class, (MessageHandler.Partial<String>) receiver::text);
        wire.addMessageHandler(ByteBuffer.class, (MessageHandler.Partial<ByteBuffer>) receiver::binary);
        wire.addMessageHandler(PongMessage.class, pong -> receiver.pong(pong.getApplicationData()));
        if (!call.owner().add(opened)) {
            opened.close();
        }
    }

    private void refuseSubprotocol(String chosen) {
        refusal = protocolBroken("the service chose the subprotocol '" + chosen + "', which was not offered");
        log.recording()
                .find(Finding.inTraffic(
                        "unrequested-subprotocol",
                        Finding.Effect.WARNING,
                        call.description() + ": " + call.redacted(refusal.words()),
                        "The service breaks RFC 6455, 4.2.2: its owner has to correct it."));
    }

    private static ConnectFailure protocolBroken(String words) {
        return ConnectFailure.broken(
                HandshakeTrace.SWITCHING_PROTOCOLS, Kind.PROTOCOL, NetworkPhase.UPGRADE, words, null);
    }

    @Override
    public void onClose(Session wire, CloseReason reason) {
        int code = reason.getCloseCode().getCode();
        String words = reason.getReasonPhrase();
        // The words of an abnormal end are Tyrus's own, not the service's.
        String peerWords = words == null || code == SocketClose.LOST ? "" : words;
        if (code == SocketClose.LOST || isReceived()) {
            session().ifPresent(ended -> ended.ended(new SocketClose(code, peerWords, false)));
        } else {
            session().ifPresent(broken -> broken.end(ownEnd(code, peerWords)));
        }
    }

    /** Whether a close frame has led here: Tyrus tells of what it can't read itself in the same way. */
    private static boolean isReceived() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(CLOSE_FRAME)));
    }

    private SocketClose ownEnd(int code, String words) {
        if (words.startsWith(OVERFLOW)) {
            int largest = call.context().service().socket().largestMessage();
            return new SocketClose(SocketClose.TOO_BIG, "a message is far over " + largest + " bytes", true);
        }
        return new SocketClose(code, "what the service sent can't be read: " + words, true);
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
    synchronized ConnectFailure refusal() {
        return refusal;
    }

    /** A handshake that is accepted from now on ends at once; false when one was accepted already. */
    synchronized boolean abandon() {
        abandoned = true;
        return session == null;
    }
}
