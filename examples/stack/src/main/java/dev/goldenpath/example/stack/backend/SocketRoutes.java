package dev.goldenpath.example.stack.backend;

import dev.goldenpath.example.stack.token.AccessToken;
import dev.goldenpath.example.stack.token.BearerAuthentication;
import dev.goldenpath.example.stack.web.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import io.javalin.websocket.WsMessageContext;
import java.util.Map;
import java.util.Optional;

/** The WebSocket endpoints, where a user's events are heard. */
final class SocketRoutes {
    private static final String PATH = "/ws";
    private static final String LATE_PATH = "/ws/late";
    private static final String SOCKET = "event-socket";
    private static final String AUTHENTICATED = Json.write(Map.of("type", "authenticated"));

    private final BearerAuthentication authentication;
    private final EventSockets sockets;
    private final LateLogins lateLogins;
    private final SocketFaults faults;
    private final BackendTimer timer;

    SocketRoutes(BearerAuthentication authentication, EventSockets sockets, Faults faults, BackendTimer timer) {
        this.authentication = authentication;
        this.sockets = sockets;
        this.lateLogins = new LateLogins(authentication, timer);
        this.faults = new SocketFaults(faults);
        this.timer = timer;
    }

    void register(RoutesConfig routes) {
        routes.wsBeforeUpgrade(PATH, handshake -> {
            if (!accept(handshake)) {
                throw new UnauthorizedResponse("bearer token missing");
            }
        });
        routes.wsBeforeUpgrade(LATE_PATH, this::accept);
        routes.ws(PATH, this::serve);
        routes.ws(LATE_PATH, this::serve);
    }

    /** Returns false if there is no token, and throws if it is not valid. */
    private boolean accept(Context handshake) {
        // Javalin has already echoed the first subprotocol offered, whichever it is.
        Subprotocol.select(handshake, null);
        faults.refuse(handshake);
        Optional<EventSocket> socket =
                tokenOf(handshake).map(authentication::verify).map(this::newSocket);
        socket.ifPresent(accepted -> {
            Subprotocol.select(handshake, Subprotocol.offeredBearer(handshake).orElse(null));
            sockets.add(accepted);
            handshake.attribute(SOCKET, accepted);
        });
        return socket.isPresent();
    }

    private static Optional<String> tokenOf(Context handshake) {
        return BearerAuthentication.tokenOf(handshake)
                .or(() -> Subprotocol.offeredBearer(handshake).map(Subprotocol::tokenIn))
                .or(() -> Optional.ofNullable(handshake.queryParam("access_token")));
    }

    private EventSocket newSocket(AccessToken token) {
        return new EventSocket(token, timer);
    }

    private void serve(WsConfig socket) {
        socket.onConnect(this::open);
        socket.onMessage(this::receive);
        socket.onClose(this::forget);
        socket.onError(this::forget);
    }

    private void open(WsContext ctx) {
        if (!faults.drop(ctx)) {
            of(ctx).ifPresentOrElse(socket -> socket.open(ctx), () -> lateLogins.await(ctx));
        }
    }

    private void receive(WsMessageContext ctx) {
        Optional<EventSocket> socket = of(ctx);
        if (socket.isEmpty()) {
            lateLogins.tokenIn(ctx).map(this::newSocket).ifPresent(late -> admit(late, ctx));
        } else if (faults.echoes()) {
            sockets.deliver(socket.get().userId(), ctx.message());
        }
    }

    private void admit(EventSocket socket, WsContext ctx) {
        ctx.attribute(SOCKET, socket);
        // Whoever reads the answer may act at once, and no event may come before it: the socket keeps them till opened.
        sockets.add(socket);
        ctx.send(AUTHENTICATED);
        socket.open(ctx);
    }

    private void forget(WsContext ctx) {
        lateLogins.forget(ctx);
        of(ctx).ifPresent(socket -> {
            sockets.remove(socket);
            socket.close();
        });
    }

    private static Optional<EventSocket> of(WsContext ctx) {
        return Optional.ofNullable(ctx.attribute(SOCKET));
    }
}
