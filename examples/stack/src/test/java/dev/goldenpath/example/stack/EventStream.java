package dev.goldenpath.example.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One user's WebSocket, and the events that have come in on it. */
final class EventStream implements WebSocket.Listener, AutoCloseable {
    private final BlockingQueue<JsonNode> events = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    private final CompletableFuture<Closed> closed = new CompletableFuture<>();
    private final CompletableFuture<Void> pong = new CompletableFuture<>();

    /** How the backend closed the socket. */
    record Closed(int code, String reason) {}

    /** Connects with the token in the Authorization header. */
    EventStream(Api api) {
        this(Api.CLIENT.newWebSocketBuilder().header("Authorization", "Bearer " + api.token()), api, "/ws");
    }

    /** Connects with a list of subprotocols and no header. */
    EventStream(Api api, String preferred, String... others) {
        this(Api.CLIENT.newWebSocketBuilder().subprotocols(preferred, others), api, "/ws");
    }

    private EventStream(WebSocket.Builder builder, Api api, String path) {
        URI address = URI.create("ws" + api.url().toString().substring(4) + path);
        try {
            socket = builder.buildAsync(address, this).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new HandshakeFailure(e.getCause());
        }
    }

    /** Connects to a path, perhaps with a query, and shows no token. */
    static EventStream anonymous(Api api, String path) {
        return new EventStream(Api.CLIENT.newWebSocketBuilder(), api, path);
    }

    /** Connects to a path with headers: name, value, name, value, and so on. */
    static EventStream with(Api api, String path, String... headers) {
        WebSocket.Builder builder = Api.CLIENT.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return new EventStream(builder, api, path);
    }

    static final class HandshakeFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        HandshakeFailure(Throwable cause) {
            super(cause);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            try {
                events.add(Api.MAPPER.readTree(text.toString()));
            } catch (JsonProcessingException e) {
                throw new AssertionError(text.toString(), e);
            }
            text.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
        pong.complete(null);
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(new Closed(statusCode, reason));
        return null;
    }

    /** Waits for the backend to close the socket. */
    Closed awaitClose() throws Exception {
        return closed.get(15, TimeUnit.SECONDS);
    }

    /** Says something to the backend. */
    void send(String message) {
        socket.sendText(message, true).join();
    }

    String subprotocol() {
        return socket.getSubprotocol();
    }

    /** Returns the next events; fails if they do not come. */
    List<JsonNode> next(int count) throws InterruptedException {
        List<JsonNode> next = new ArrayList<>();
        while (next.size() < count) {
            JsonNode event = events.poll(15, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("Only " + next.size() + " of " + count + " events came: " + next);
            }
            next.add(event);
        }
        return next;
    }

    /** Returns what came in and was not read, including all that the backend has sent by now. */
    List<JsonNode> rest() throws Exception {
        socket.sendPing(ByteBuffer.allocate(0)).join();
        pong.get(15, TimeUnit.SECONDS);
        List<JsonNode> rest = new ArrayList<>();
        events.drainTo(rest);
        return rest;
    }

    /** Returns what came in and was not read, also when the socket is closed. */
    List<JsonNode> received() {
        return List.copyOf(events);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
