package dev.goldenpath.websocket;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.WsHandshake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.AssertProvider;
import org.jspecify.annotations.Nullable;

/**
 * What came of one handshake. AssertJ's {@code assertThat(attempt)} gives a {@link SocketAttemptAssert}. Immutable.
 *
 * @since 0.1.0
 */
public final class SocketAttempt implements AssertProvider<SocketAttemptAssert> {
    private final SocketCall call;
    private final @Nullable Integer status;
    private final Map<String, List<String>> headers;
    private final @Nullable SocketSession session;
    private final @Nullable RecordedEvidence refusal;
    private final @Nullable Exception cause;

    private SocketAttempt(
            SocketCall call,
            @Nullable Integer status,
            Map<String, List<String>> headers,
            @Nullable SocketSession session,
            @Nullable RecordedEvidence refusal,
            @Nullable Exception cause) {
        this.call = call;
        this.status = status;
        this.headers = headers;
        this.session = session;
        this.refusal = refusal;
        this.cause = cause;
    }

    static SocketAttempt accepted(SocketCall call, HandshakeTrace trace, SocketSession session) {
        return new SocketAttempt(
                call, HandshakeTrace.SWITCHING_PROTOCOLS, trace.responseHeaders(), session, null, null);
    }

    static SocketAttempt refused(
            SocketCall call, HandshakeTrace trace, RecordedEvidence refusal, @Nullable Exception cause) {
        Integer status = ((WsHandshake) refusal.evidence()).status();
        return new SocketAttempt(call, status, trace.responseHeaders(), null, refusal, cause);
    }

    /** The HTTP status of the answer, 101 when accepted; empty when none arrived. */
    public OptionalInt status() {
        return status == null ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** The first header of this name, in any case, of the answer; empty when there is none. */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(entry -> entry.getValue().get(0))
                .findFirst();
    }

    /** The session that was opened; empty when the attempt was refused. */
    public Optional<SocketSession> session() {
        return Optional.ofNullable(session);
    }

    @Override
    public SocketAttemptAssert assertThat() {
        return new SocketAttemptAssert(this);
    }

    /** The address, the user and what came of it, redacted. */
    @Override
    public String toString() {
        return call.description() + " → " + (status == null ? outcome() : status);
    }

    SocketSession opened() {
        if (session != null) {
            return session;
        }
        String headline = call.description() + ": " + outcome() + ".";
        throw cause == null
                ? new ServiceCallException(headline, facts())
                : new ServiceCallException(headline, facts(), cause);
    }

    /** What a failed assertion about this attempt shows. */
    String message(String headline) {
        return Fact.message(headline, List.of(Fact.of("attempt", call.description()), new Fact("outcome", outcome())));
    }

    /** Lets a refusal from the set-up count for the test that asserts on it now. */
    void cite() {
        if (refusal != null) {
            call.context().recordingIfKnown().ifPresent(recording -> recording.cite(refusal, this::toString));
        }
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("service", call.context().service().name()));
        facts.add(Fact.of("url from", call.context().service().origin()));
        header("Retry-After").ifPresent(after -> facts.add(new Fact("retry after", call.redacted(after))));
        facts.add(new Fact("do", remedy()));
        return facts;
    }

    private String remedy() {
        if (status == null) {
            return "Check that the service runs, and that this is its address.";
        }
        return switch (status) {
            case 101 -> "The service breaks the WebSocket protocol (RFC 6455); its owner has to correct it.";
            case 401, 403 ->
                call.context().userName() == null
                        ? "This client is anonymous: inject it with @AsUser, or expect the refusal with attempt(path)."
                        : "Check what this user may do, or expect the refusal with attempt(path).";
            case 404 -> "Check the path; it is appended to the service's url.";
            case 429, 503 -> "The service has no room now: look at its health and its limits.";
            default -> "Look into the service's own log for the reason.";
        };
    }

    private String outcome() {
        String failure = refusal == null ? null : ((WsHandshake) refusal.evidence()).failure();
        return failure == null ? "accepted" : failure;
    }
}
