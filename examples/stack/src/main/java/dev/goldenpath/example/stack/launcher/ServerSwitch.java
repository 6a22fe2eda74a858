package dev.goldenpath.example.stack.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;

/**
 * Lets the backend end Redis and start it again while a fault is on: only the launcher knows that it is no loss. {@code
 * DELETE /redis} and {@code PUT /redis} answer 204 when it is done, one after the other, or else 500 and why not.
 */
final class ServerSwitch implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofSeconds(10);

    private final HttpServer server;
    private final RedisServer redis;

    private ServerSwitch(HttpServer server, RedisServer redis) {
        this.server = server;
        this.redis = redis;
    }

    /** Listens on a free port of loopback from now on. */
    static ServerSwitch open(RedisServer redis) throws StackException {
        try {
            ServerSwitch opened = new ServerSwitch(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), redis);
            opened.server.createContext("/redis", opened::answer);
            opened.server.setExecutor(Executors.newSingleThreadExecutor(task -> {
                Thread thread = new Thread(task, "server-switch");
                thread.setDaemon(true);
                return thread;
            }));
            opened.server.start();
            return opened;
        } catch (IOException e) {
            throw new StackException("The port for switching servers cannot be opened", e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                exchange.sendResponseHeaders(obey(exchange.getRequestMethod()), -1);
            } catch (StackException failure) {
                byte[] why = String.valueOf(failure.getMessage()).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(500, why.length);
                exchange.getResponseBody().write(why);
            }
        }
    }

    private int obey(String method) throws StackException {
        switch (method) {
            case "DELETE" -> redis.stop();
            case "PUT" -> {
                redis.start();
                redis.awaitConnections(START_PATIENCE);
            }
            default -> {
                return 405;
            }
        }
        return 204;
    }

    /** Listens no more; what has begun goes on. */
    @Override
    public void close() {
        server.stop(0);
    }
}
