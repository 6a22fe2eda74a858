package dev.goldenpath.evidence;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A piece of a test's evidence that looks as if a service were not there, or something on the way to it.
 *
 * @param service name of the declared service that was called
 * @param words what was seen, the same for each call that meets the same, for example {@code WebSocket handshake 503}
 * @param reference where the evidence is: {@code call 12} or {@code session 3}, as this JVM counts them
 * @param at when that call began; of a session's end, when it ended
 * @since 0.1.0
 */
public record OutageSign(String service, String words, String reference, Instant at) {
    private static final Set<Integer> STATUSES = Set.of(502, 503, 504);
    /** Lost without a close frame, an error of the service, a restart of it. */
    private static final Set<Integer> CLOSE_CODES = Set.of(1006, 1011, 1012);

    private static final Map<CallFailure.Kind, String> FAILURES = Map.of(
            CallFailure.Kind.REFUSED, "connection refused",
            CallFailure.Kind.UNKNOWN_HOST, "unknown host",
            CallFailure.Kind.UNREACHABLE, "no way to the address",
            CallFailure.Kind.TIMEOUT, "time-out",
            CallFailure.Kind.TLS, "no TLS connection",
            CallFailure.Kind.RESET, "connection reset",
            CallFailure.Kind.CLOSED, "closed without an answer");

    /** The sign that this piece of evidence is; empty where it is none. */
    public static Optional<OutageSign> in(RecordedEvidence recorded) {
        Instant at = recorded.startedAt();
        return switch (recorded.observed().kind()) {
            case HttpExchange.KIND -> of((HttpExchange) recorded.evidence(), at);
            case WsHandshake.KIND -> of((WsHandshake) recorded.evidence(), at);
            case WsClose.KIND -> of((WsClose) recorded.evidence(), at);
            default -> Optional.empty();
        };
    }

    /** The sign that {@code exchange} is; empty where it is none. */
    public static Optional<OutageSign> of(HttpExchange exchange, Instant at) {
        String reference = "call " + exchange.place().call();
        CallFailure failure = exchange.failure();
        if (failure != null && FAILURES.containsKey(failure.kind())) {
            return Optional.of(
                    new OutageSign(exchange.service(), "HTTP call: " + FAILURES.get(failure.kind()), reference, at));
        }
        Integer status = exchange.status();
        return status != null && STATUSES.contains(status)
                ? Optional.of(new OutageSign(exchange.service(), "HTTP " + status, reference, at))
                : Optional.empty();
    }

    /** The sign that {@code handshake} is; empty where it is none. */
    public static Optional<OutageSign> of(WsHandshake handshake, Instant at) {
        String reference = "session " + handshake.session();
        CallFailure.Kind kind = handshake.failureKind();
        if (kind != null && FAILURES.containsKey(kind)) {
            return Optional.of(
                    new OutageSign(handshake.service(), "WebSocket handshake: " + FAILURES.get(kind), reference, at));
        }
        Integer status = handshake.status();
        return status != null && STATUSES.contains(status)
                ? Optional.of(new OutageSign(handshake.service(), "WebSocket handshake " + status, reference, at))
                : Optional.empty();
    }

    /** The sign that the end of a session is; empty where it is none. */
    public static Optional<OutageSign> of(WsClose close, Instant at) {
        return !close.byTest() && CLOSE_CODES.contains(close.code())
                ? Optional.of(new OutageSign(
                        close.service(), "WebSocket closed with " + close.code(), "session " + close.session(), at))
                : Optional.empty();
    }
}
