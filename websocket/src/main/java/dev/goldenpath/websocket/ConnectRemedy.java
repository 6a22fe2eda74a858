package dev.goldenpath.websocket;

import dev.goldenpath.evidence.CallFailure;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What to do about a handshake that opened no session. */
final class ConnectRemedy {
    private ConnectRemedy() {}

    static String of(OptionalInt status, Optional<CallFailure> failure, @Nullable String user) {
        if (status.isEmpty()) {
            return ofNoAnswer(failure.map(CallFailure::kind).orElse(CallFailure.Kind.OTHER));
        }
        return switch (status.getAsInt()) {
            case 101 -> "The service breaks the WebSocket protocol (RFC 6455); its owner has to correct it.";
            case 301, 302, 303, 307, 308 ->
                "A redirect is not followed: connect to where it leads, as a service of its own in goldenpath.yaml.";
            case 401, 403 ->
                user == null
                        ? "This client is anonymous: inject it with @AsUser, or expect the refusal with attempt(path)."
                        : "Check what this user may do, or expect the refusal with attempt(path).";
            case 404 -> "Check the path; it is appended to the service's url.";
            case 429, 503 -> "The service has no room now: look at its health and its limits.";
            default -> "Look into the service's own log for the reason.";
        };
    }

    private static String ofNoAnswer(CallFailure.Kind kind) {
        return switch (kind) {
            case TLS -> "Check the service's certificate, and 'tls' of the service in goldenpath.yaml.";
            case UNKNOWN_HOST -> "Check the host in the service's url.";
            default -> "Check that the service runs, and that this is its address.";
        };
    }
}
