package dev.goldenpath.example.stack.backend;

import dev.goldenpath.example.stack.web.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import io.javalin.websocket.WsMessageContext;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The WebSocket endpoints, where a user's events are heard. */
final class SocketRoutes {
    private static final String PATH = "/ws";
    private static final String LATE_PATH = "/ws/late";
    private static final String SOCKET = "event-socket";
    private static final String AUTHENTICATED = Json.write(Map.of("type", "authenticated"));

    private final Authentication authentication;
    private final EventSockets sockets;
    private final LateLogins lateLogins;
    private final SocketFaults faults;
    private final BackendTimer timer;

    SocketRoutes(Authentication authentication, EventSockets sockets, Faults faults, BackendTimer timer) {
        this.authentication = authentication;
        this.sockets = sockets;
        this.lateLogins = new LateLogins(authentication, timer);
        this.faults = new SocketFaults(faults);
        this.timer = timer;
    }

    void register(RoutesConfig routes) {
        routes.wsBeforeUpgrade(
                PATH, handshake -> accept(handshake, sent -> Optional.of(authentication.requireOfHandshake(sent))));
        routes.wsBeforeUpgrade(LATE_PATH, handshake -> accept(handshake, authentication::findInHandshake));
        routes.ws(PATH, this::serve);
        routes.ws(LATE_PATH, this::serve);
    }

    private void accept(Context handshake, Function<Context, Optional<Caller>> caller) {
        // Javalin has already echoed the first subprotocol offered, whichever it is.
        Subprotocol.select(handshake, null);
        faults.refuse(handshake);
        try {
            caller.apply(handshake).map(this::newSocket).ifPresent(accepted -> {
                Subprotocol.select(
                        handshake, Subprotocol.offeredBearer(handshake).orElse(null));
                sockets.add(accepted);
                handshake.attribute(SOCKET, accepted);
            });
        } catch (UnauthorizedResponse refusal) {
            faults.refuse(handshake, refusal);
        }
    }

    private EventSocket newSocket(Caller caller) {
        return new EventSocket(caller, timer);
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
        if (socket.isEmpty() && !faults.isRefused(ctx)) {
            lateLogins.callerIn(ctx).map(this::newSocket).ifPresent(late -> admit(late, ctx));
        } else if (socket.isPresent() && faults.echoes()) {
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
