package dev.goldenpath.example.stack.backend;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.websocket.WsCloseStatus;
import io.javalin.websocket.WsContext;

/** What goes wrong with a single socket while faults are on. Thread-safe. */
final class SocketFaults {
    private static final String REFUSED = "refused";
    private static final String RETRY_AFTER_SECONDS = "7";

    private final Faults faults;

    SocketFaults(Faults faults) {
        this.faults = faults;
    }

    /**
     * Lets a handshake pass, unless there is a fault that has it refused.
     *
     * @throws ServiceUnavailableResponse if there is
     */
    void refuse(Context handshake) {
        if (faults.isOn(Fault.SOCKET_BUSY)) {
            handshake.header(Header.RETRY_AFTER, RETRY_AFTER_SECONDS);
            throw new ServiceUnavailableResponse("too many sockets");
        }
    }

    /** Has a handshake refused, at once or as soon as its socket is open. */
    void refuse(Context handshake, UnauthorizedResponse refusal) {
        if (!faults.isOn(Fault.SOCKET_ACCEPTS_FIRST)) {
            throw refusal;
        }
        handshake.attribute(REFUSED, true);
    }

    /** Whether a socket was opened only to be closed. */
    boolean isRefused(WsContext ctx) {
        return Boolean.TRUE.equals(ctx.attribute(REFUSED));
    }

    /** Closes a socket that has just been accepted, and returns true, if there is a fault that has it closed. */
    boolean drop(WsContext ctx) {
        if (isRefused(ctx)) {
            ctx.closeSession(WsCloseStatus.POLICY_VIOLATION, "not allowed");
            return true;
        }
        boolean dropped = faults.isOn(Fault.SOCKET_DROPPED);
        if (dropped) {
            ctx.closeSession(WsCloseStatus.SERVER_ERROR, "restarting");
        }
        return dropped;
    }

    /** Whether what a client says is to be taken for an event. */
    boolean echoes() {
        return faults.isOn(Fault.EVENT_ECHOED);
    }
}
