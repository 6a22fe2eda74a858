package dev.goldenpath.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Services to look at, for a process of its own: the first part of the path says how well each is. Prints its port, and
 * ends when its standard input does.
 */
final class Clinic {
    static final String PASSWORD = "correct \"horse\"";

    private Clinic() {}

    /** @param arguments the port; none for a free one, and then it ends with its standard input */
    public static void main(String[] arguments) throws IOException {
        int wanted = arguments.length == 0 ? 0 : Integer.parseInt(arguments[0]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), wanted), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/well/health", exchange -> answer(exchange, 200, "{\"status\":\"ok\",\"redis\":\"up\"}"));
        server.createContext(
                "/hurt/health", exchange -> answer(exchange, 200, "{\"status\":\"ok\",\"redis\":\"down\"}"));
        server.createContext(
                "/ill/health", exchange -> answer(exchange, 503, "{\"status\":\"down\",\"redis\":\"down\"}"));
        server.createContext("/silent/health", Clinic::hold);
        server.createContext("/well/login", Clinic::logIn);
        server.start();
        System.out.println(server.getAddress().getPort());
        if (wanted == 0) {
            while (System.in.read() >= 0) {
                // The parent writes nothing: this returns when the parent has gone, or has closed the pipe.
            }
            System.exit(0);
        }
    }

    private static void logIn(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (body.contains("correct \\\"horse\\\"")) {
            answer(exchange, 200, "{\"token\":\"token-of-alice-4711\"}");
        } else {
            String sent = body.replaceFirst(".*\"password\":\"([^\"]*)\".*", "$1");
            answer(exchange, 401, "{\"error\":\"'" + sent + "' is wrong\"}");
        }
    }

    private static void hold(HttpExchange exchange) {
        try {
            // Longer than any test.
            if (new CountDownLatch(1).await(10, TimeUnit.MINUTES)) {
                exchange.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
