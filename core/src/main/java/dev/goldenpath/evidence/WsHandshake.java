package dev.goldenpath.evidence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to open a WebSocket.
 *
 * @param service name of the declared service
 * @param user name of the test user whose authorization was sent, absent for an anonymous attempt
 * @param session number of the session in this JVM, from 1; the session's messages carry it too
 * @param url the full URL, redacted
 * @param remoteAddress {@code address:port} of the peer, as its name was looked up right before; absent when no answer
 *     arrived
 * @param requestHeaders header names as sent, values redacted
 * @param status HTTP status of the answer, 101 when accepted; absent when none arrived
 * @param responseHeaders header names as received, values redacted; empty when no answer arrived
 * @param subprotocol what the server chose, redacted; absent when it chose none
 * @param tls what both ends agreed on, and who the peer is; absent without TLS, and where there is no connection
 * @param phases durations of the attempt's parts: {@code dns}, {@code connect}, {@code tls} and {@code upgrade}
 * @param failure why no session was opened, redacted; absent when one was
 * @param failureKind what broke; absent when a session was opened, and when the service refused with a status
 * @param failurePhase the part of the attempt it broke in; absent together with {@code failureKind}, or where it broke in
 *     none
 * @since 0.1.0
 */
public record WsHandshake(
        String service,
        @Nullable String user,
        long session,
        String url,
        @Nullable String remoteAddress,
        Map<String, List<String>> requestHeaders,
        @Nullable Integer status,
        Map<String, List<String>> responseHeaders,
        @Nullable String subprotocol,
        Connection.@Nullable Tls tls,
        Phases phases,
        @Nullable String failure,
        CallFailure.@Nullable Kind failureKind,
        @Nullable NetworkPhase failurePhase)
        implements Evidence {
    /** What {@link #kind()} says. */
    public static final String KIND = "ws-handshake";

    @Override
    public String kind() {
        return KIND;
    }

    /** An accepted handshake alone is no work done; a refusal is an HTTP response like any other. */
    @Override
    public Optional<Answer> answer() {
        return status != null && status != 101
                ? Optional.of(new Answer(service, user, remoteAddress))
                : Optional.empty();
    }
}
