package dev.goldenpath.websocket;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.Observed;
import dev.goldenpath.evidence.Phases;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsHandshake;
import dev.goldenpath.evidence.WsMessage;
import dev.goldenpath.evidence.WsMessage.Direction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns one session as it happens into its evidence. Thread-safe. */
final class SessionLog {
    private final SocketCall call;
    private final Recording recording;
    private final long session;
    private final long startNanos = System.nanoTime();
    private final @Nullable String peer;
    private long sent;
    private long received;
    private boolean closed;

    SessionLog(SocketCall call, Recording recording, long session) {
        this.call = call;
        this.recording = recording;
        this.session = session;
        // A part of the handshake's time: what is looked up here, Tyrus finds looked up.
        this.peer = SocketPeer.of(call.url());
    }

    long startNanos() {
        return startNanos;
    }

    RecordedEvidence handshake(
            HandshakeTrace trace, @Nullable Integer status, @Nullable String subprotocol, @Nullable String failure) {
        ClientContext context = call.context();
        String answering = status == null ? null : peer;
        RecordedEvidence recorded = recording.record(
                new WsHandshake(
                        context.service().name(),
                        context.userName(),
                        session,
                        call.redactedUrl(),
                        answering,
                        context.redaction().headers(trace.requestHeaders()),
                        status,
                        context.redaction().headers(trace.responseHeaders()),
                        subprotocol == null ? null : call.redacted(subprotocol),
                        Phases.ofTotal(Duration.ofNanos(System.nanoTime() - startNanos)),
                        failure == null ? null : call.redacted(failure)),
                startNanos);
        context.judge(recording, call.url(), answering, false);
        return recorded;
    }

    synchronized void sent(byte[] content, @Nullable String type, long nanos) {
        record(Direction.SENT, ++sent, "text", type, text(content), List.of(), nanos);
    }

    /** Empty, and nothing is recorded, when the session has ended. */
    synchronized Optional<RecordedEvidence> received(byte[] content, @Nullable String type, long nanos) {
        return closed
                ? Optional.empty()
                : Optional.of(
                        record(Direction.RECEIVED, ++received, "text", type, text(content), markers(content), nanos));
    }

    synchronized void receivedBinary(byte[] content, long nanos) {
        if (!closed) {
            record(
                    Direction.RECEIVED,
                    ++received,
                    "binary",
                    null,
                    Body.of(null, content, call.context().redaction()),
                    List.of(),
                    nanos);
        }
    }

    /** False, and nothing is recorded, when the session had ended before. */
    synchronized boolean closed(SocketClose how) {
        if (closed) {
            return false;
        }
        closed = true;
        ClientContext context = call.context();
        recording.record(
                new WsClose(
                        context.service().name(),
                        context.userName(),
                        session,
                        how.code(),
                        call.redacted(how.reason()),
                        how.byTest()),
                System.nanoTime());
        return true;
    }

    private RecordedEvidence record(
            Direction direction,
            long number,
            String opcode,
            @Nullable String type,
            Body body,
            List<String> markers,
            long nanos) {
        WsMessage message = new WsMessage(
                call.context().service().name(),
                call.context().userName(),
                session,
                direction,
                number,
                opcode,
                type == null ? null : call.redacted(type),
                direction == Direction.RECEIVED && opcode.equals("text") && type == null && call.eventType() != null,
                body,
                markers);
        return recording.record(Observed.from(peer, message), recording.phase(), nanos);
    }

    private List<String> markers(byte[] content) {
        return call.context()
                .markers()
                .in(content, content.length, null, call.context().redaction());
    }

    /** WebSocket messages declare no media type, so none is recorded. */
    private Body text(byte[] content) {
        return Body.ofText(null, content, call.context().redaction());
    }
}
