package dev.goldenpath.auth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.goldenpath.client.JsonText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A service with a login, for a process of its own: issues signed tokens, verifies what it is sent, counts what it is
 * asked, and misbehaves as a {@code PUT /behaviour} says, each of which starts from the defaults. Prints its port, and
 * ends when its standard input does.
 */
final class TokenServer {
    static final String USER_NAME = "alice@example.com";
    static final String PASSWORD = "correct \"horse\"";

    private final HttpServer server;
    private volatile JsonText behaviour = JsonText.parse("{}");
    private volatile CountDownLatch release = new CountDownLatch(0);
    private volatile TokenDesk desk = new TokenDesk();

    private TokenServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        route("/auth/login", this::logIn);
        route("/auth/refresh", this::refresh);
        route("/me", (exchange, body) -> me(exchange));
        route("/behaviour", (exchange, body) -> behave(body));
        route("/anew", (exchange, body) -> {
            desk = new TokenDesk();
            return behave("{}");
        });
        route("/counts", (exchange, body) -> new Answer(200, JsonText.write(desk.counts())));
        route("/secrets", (exchange, body) -> new Answer(200, JsonText.write(desk.secrets())));
    }

    public static void main(String[] args) throws IOException {
        TokenServer service = new TokenServer();
        service.server.start();
        System.out.println(service.server.getAddress().getPort());
        while (System.in.read() >= 0) {
            // The parent writes nothing: this returns when the parent has gone, or has closed the pipe.
        }
        System.exit(0);
    }

    private Answer logIn(HttpExchange exchange, String body) throws Exception {
        desk.count("logins");
        awaitRelease();
        int status = number("/loginStatus", 200);
        JsonText request = JsonText.parse(body);
        String password = request.at("/user/password", String.class).orElse("");
        if (status != 200) {
            return new Answer(status, behaviour.at("/body", String.class).orElse("{\"error\":\"as told\"}"));
        }
        if (!request.at("/user/name").equals(Optional.of(USER_NAME)) || !password.equals(PASSWORD)) {
            return new Answer(401, JsonText.write(Map.of("error", "'" + password + "' is wrong")));
        }
        return issue();
    }

    private Answer refresh(HttpExchange exchange, String body) throws Exception {
        desk.count("refreshes");
        awaitRelease();
        int status = number("/refreshStatus", 200);
        if (status != 200) {
            return new Answer(status, "{\"error\":\"as told\"}");
        }
        return desk.redeem(JsonText.parse(body)
                        .at("/session/refresh", String.class)
                        .orElse(""))
                ? issue()
                : new Answer(401, "{\"error\":\"unknown or used before\"}");
    }

    private Answer issue() throws Exception {
        Optional<String> told = behaviour.at("/body", String.class);
        return new Answer(200, told.isPresent() ? told.get() : JsonText.write(desk.issue(behaviour)));
    }

    private Answer me(HttpExchange exchange) throws Exception {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        boolean accepted = header != null && desk.accepts(header.replaceFirst("^Bearer ", ""), behaviour);
        desk.count(accepted ? "served" : "rejected");
        return accepted ? new Answer(200, "{\"id\":\"alice-id\"}") : new Answer(401, "{\"error\":\"no valid token\"}");
    }

    private Answer behave(String body) {
        behaviour = JsonText.parse(body);
        CountDownLatch before = release;
        release = new CountDownLatch(behaviour.at("/hold").isPresent() ? 1 : 0);
        before.countDown();
        return new Answer(200, "{}");
    }

    private void awaitRelease() throws InterruptedException {
        if (!release.await(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("never released");
        }
    }

    private int number(String pointer, int otherwise) {
        return behaviour.at(pointer, Integer.class).orElse(otherwise);
    }

    private record Answer(int status, String body) {}

    private interface Route {
        Answer answer(HttpExchange exchange, String body) throws Exception;
    }

    private void route(String path, Route route) {
        server.createContext(path, exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                Answer answer = route.answer(exchange, body);
                byte[] bytes = answer.body.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            } catch (Exception e) {
                e.printStackTrace();
            }
        });
    }
}
