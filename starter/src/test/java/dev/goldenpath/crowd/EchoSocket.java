package dev.goldenpath.crowd;

import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Echoes each message with the name of the user who has sent it. */
@ServerEndpoint("/echo")
public final class EchoSocket {
    private static final AtomicInteger OPEN = new AtomicInteger();

    private volatile String user = "";

    /** How many sessions are open now. */
    static int open() {
        return OPEN.get();
    }

    /** Of one user from now on. */
    @OnOpen
    public void begin(Session session) {
        user = EchoService.userOf(session.getRequestParameterMap()
                .getOrDefault("token", List.of(""))
                .get(0));
        OPEN.incrementAndGet();
    }

    /** One less is open. */
    @OnClose
    public void end() {
        OPEN.decrementAndGet();
    }

    /** The message, and whose it is. */
    @OnMessage
    public String echo(String message) {
        return user + " said " + message;
    }
}
