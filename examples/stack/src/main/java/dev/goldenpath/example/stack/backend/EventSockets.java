package dev.goldenpath.example.stack.backend;

import dev.goldenpath.example.stack.token.BearerAuthentication;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.websocket.WsContext;
import io.javalin.websocket.WsMessageContext;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The WebSocket endpoint: every user's events go to that user's sockets in this process. Thread-safe. */
final class EventSockets {
    private static final String PATH = "/ws";
    private static final String SOCKET = "event-socket";

    private final BearerAuthentication authentication;
    private final Faults faults;
    private final Map<UUID, Set<EventSocket>> socketsByUser = new ConcurrentHashMap<>();

    EventSockets(BearerAuthentication authentication, Faults faults) {
        this.authentication = authentication;
        this.faults = faults;
    }

    void register(RoutesConfig routes) {
        routes.wsBeforeUpgrade(PATH, this::authenticate);
        routes.ws(PATH, socket -> {
            socket.onConnect(ctx -> of(ctx).open(ctx));
            socket.onMessage(this::receive);
            socket.onClose(ctx -> remove(of(ctx)));
            socket.onError(ctx -> remove(of(ctx)));
        });
    }

    /** Sends an event to all sockets of a user. */
    void deliver(UUID user, String event) {
        socketsFor(user).filter(socket -> !socket.deliver(event)).forEach(this::remove);
    }

    private Stream<EventSocket> socketsFor(UUID user) {
        return faults.isOn(Fault.EVENT_OF_ANOTHER_USER)
                ? socketsByUser.values().stream().flatMap(Set::stream)
                : socketsByUser.getOrDefault(user, Set.of()).stream();
    }

    private void receive(WsMessageContext ctx) {
        if (faults.isOn(Fault.EVENT_ECHOED)) {
            deliver(of(ctx).userId(), ctx.message());
        }
    }

    private void authenticate(Context handshake) {
        // Javalin has already echoed the first subprotocol offered, whichever it is.
        Subprotocol.select(handshake, null);
        Optional<String> header = BearerAuthentication.tokenOf(handshake);
        Optional<String> subprotocol = Subprotocol.offeredBearer(handshake);
        String token = header.or(() -> subprotocol.map(Subprotocol::tokenIn))
                .orElseThrow(() -> new UnauthorizedResponse("bearer token missing"));
        EventSocket socket = new EventSocket(authentication.verify(token).userId());
        Subprotocol.select(handshake, subprotocol.orElse(null));
        add(socket);
        handshake.attribute(SOCKET, socket);
    }

    private void add(EventSocket socket) {
        socketsByUser
                .computeIfAbsent(socket.userId(), user -> Collections.newSetFromMap(new ConcurrentHashMap<>()))
                .add(socket);
    }

    private void remove(EventSocket socket) {
        socketsByUser.getOrDefault(socket.userId(), Set.of()).remove(socket);
    }

    private static EventSocket of(WsContext ctx) {
        return Objects.requireNonNull(ctx.attribute(SOCKET));
    }
}
