package dev.goldenpath.websocket;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.evidence.Phases;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.WsHandshake;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Turns one handshake into its evidence. Thread-safe. */
final class HandshakeLog {
    private final SocketCall call;
    private final Recording recording;
    private final long session;
    private final long startNanos = System.nanoTime();
    private final @Nullable String peer;

    HandshakeLog(SocketCall call, Recording recording, long session) {
        this.call = call;
        this.recording = recording;
        this.session = session;
        // A part of the handshake's time: what is looked up here, Tyrus finds looked up.
        this.peer = SocketPeer.of(call.url());
    }

    long startNanos() {
        return startNanos;
    }

    /** A log of the messages of the session that this handshake opens. */
    MessageLog messages() {
        return new MessageLog(call, recording, session, peer);
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
}
