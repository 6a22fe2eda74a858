package dev.goldenpath.evidence;

import org.jspecify.annotations.Nullable;

/**
 * The end of a WebSocket session.
 *
 * @param service name of the declared service
 * @param user name of the session's test user, absent for an anonymous session
 * @param session number of the session in this JVM, as in its {@link WsHandshake}
 * @param code the close code; 1006 when the connection was lost without a close frame
 * @param reason the peer's words, redacted; empty when it gave none
 * @param byTest whether the test closed it, and not the service
 * @since 0.1.0
 */
public record WsClose(String service, @Nullable String user, long session, int code, String reason, boolean byTest)
        implements Evidence {
    /** What {@link #kind()} says. */
    public static final String KIND = "ws-close";

    @Override
    public String kind() {
        return KIND;
    }
}
