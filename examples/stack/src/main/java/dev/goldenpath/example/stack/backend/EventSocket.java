package dev.goldenpath.example.stack.backend;

import dev.goldenpath.example.stack.backend.BackendTimer.Timeout;
import io.javalin.websocket.WsContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One user's WebSocket from the moment the user is known, until the token expires. The client may act as soon as it has
 * read the answer to its handshake, before this side has its session; events that come in between wait here instead of
 * being lost. Thread-safe.
 */
final class EventSocket {
    private static final Duration LONGEST_HANDSHAKE = Duration.ofSeconds(10);
    /** From the range that is left to applications. */
    private static final int TOKEN_EXPIRED = 4401;

    private final Caller caller;
    private final BackendTimer timer;
    private final long acceptedAt = System.nanoTime();
    private final Queue<String> waiting = new ArrayDeque<>();
    private @Nullable WsContext session;
    private @Nullable Timeout expiry;

    EventSocket(Caller caller, BackendTimer timer) {
        this.caller = caller;
        this.timer = timer;
    }

    UUID userId() {
        return caller.id();
    }

    /** Sends an event, or keeps it for the session; false if there is none and will be none. */
    synchronized boolean deliver(String event) {
        if (session != null) {
            session.send(event);
            return session.session.isOpen();
        }
        waiting.add(event);
        return System.nanoTime() - acceptedAt < LONGEST_HANDSHAKE.toNanos();
    }

    synchronized void open(WsContext opened) {
        // Proxies and servers cut a connection that is silent for long.
        opened.enableAutomaticPings();
        session = opened;
        waiting.forEach(opened::send);
        waiting.clear();
        Instant end = caller.knownUntil();
        if (end != null) {
            expiry = timer.in(
                    Duration.between(Instant.now(), end), () -> opened.closeSession(TOKEN_EXPIRED, "token expired"));
        }
    }

    /** To be called when the connection has ended. */
    synchronized void close() {
        if (expiry != null) {
            expiry.cancel();
        }
    }
}
