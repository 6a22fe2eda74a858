package dev.goldenpath.websocket;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.evidence.Answer;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Observed;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.WsHandshake;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Turns one handshake into its evidence. Thread-safe. */
final class HandshakeLog {
    private final SocketCall call;
    private final Recording recording;
    private final long session;
    private final URI url;
    private final @Nullable String peer;

    /**
     * A log of a handshake that begins.
     *
     * @param url what is asked for
     * @param peer {@code address:port} of who will be asked
     */
    HandshakeLog(SocketCall call, Recording recording, long session, URI url, @Nullable String peer) {
        this.call = call;
        this.recording = recording;
        this.session = session;
        this.url = url;
        this.peer = peer;
    }

    /** A log of the messages of the session that this handshake opens. */
    MessageLog messages() {
        return new MessageLog(call, recording, session, peer);
    }

    /** Where what is found out about this handshake goes. */
    Recording recording() {
        return recording;
    }

    RecordedEvidence accepted(HandshakeTrace trace, @Nullable String subprotocol) {
        return handshake(trace, trace.status(), subprotocol, null, null);
    }

    RecordedEvidence refused(HandshakeTrace trace, ConnectFailure failure) {
        return handshake(trace, failure.status(), null, failure.words(), failure.failure());
    }

    private RecordedEvidence handshake(
            HandshakeTrace trace,
            @Nullable Integer status,
            @Nullable String subprotocol,
            @Nullable String words,
            @Nullable CallFailure failure) {
        ClientContext context = call.context();
        String answering = status == null ? null : peer;
        Connection.Tls tls = trace.tls();
        WsHandshake handshake = new WsHandshake(
                context.service().name(),
                context.userName(),
                session,
                call.redacted(url.toString()),
                answering,
                context.redaction().headers(trace.requestHeaders()),
                status,
                context.redaction().headers(trace.responseHeaders()),
                subprotocol == null ? null : call.redacted(subprotocol),
                tls == null || tls.certificateSubject() == null
                        ? tls
                        : tls.named(call.redacted(tls.certificateSubject())),
                trace.timer().phases(),
                words == null ? null : call.redacted(words),
                failure == null ? null : failure.kind(),
                failure == null ? null : failure.phase());
        RecordedEvidence recorded = recording.record(
                observed(handshake), recording.phase(), trace.timer().startNanos());
        context.judge(recording, call.url(), answering, false);
        return recorded;
    }

    /** To one that is made again with bad credentials, that it is accepted is an answer, too. */
    private Observed observed(WsHandshake handshake) {
        boolean again = HttpExchange.REPLAY.equals(call.context().purpose());
        return again && handshake.status() != null
                ? Observed.of(handshake, new Answer(handshake.service(), null, handshake.remoteAddress()))
                : Observed.of(handshake);
    }
}
