package dev.goldenpath.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;

/**
 * A real server for the tests, in a process of its own. Prints its port and those of its {@link BrokenServer}s and
 * {@link ProxyServer}s, and ends when its standard input does.
 */
public final class TestServer {
    private final Map<String, AtomicInteger> hits = new ConcurrentHashMap<>();
    private final Map<String, String> kept = new ConcurrentHashMap<>();

    private TestServer() {}

    public static void main(String[] arguments) throws IOException {
        TestServer server = new TestServer();
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        http.createContext("/echo", TestServer::echo);
        http.createContext("/answer", server::answer);
        http.createContext("/kept", server::kept);
        http.createContext("/ready-after", server::readyAfter);
        http.createContext("/hits", server::hits);
        http.createContext("/zipped", TestServer::zipped);
        http.createContext("/slow", TestServer::slow);
        http.createContext("/digest", TestServer::digest);
        http.setExecutor(Executors.newCachedThreadPool());
        http.start();
        System.out.println(http.getAddress().getPort() + " "
                + BrokenServer.answering(server::hit).port() + " "
                + BrokenServer.speakingFirst().port() + " "
                + BrokenServer.silent().port() + " "
                + ProxyServer.open().port() + " "
                + ProxyServer.demanding("tester", "proxy-password").port() + " "
                + ProxyServer.refusing().port());
        while (System.in.read() >= 0) {
            // Whoever started this holds the other end of the pipe.
        }
        System.exit(0);
    }

    /** How often this path was asked before, counting this time. */
    private int hit(String path) {
        return hits.computeIfAbsent(path, key -> new AtomicInteger()).incrementAndGet();
    }

    /** Tells the request as it arrived, a line each: method, target, headers in lower case, empty line, body. */
    private static void echo(HttpExchange exchange) throws IOException {
        StringBuilder seen = new StringBuilder();
        seen.append(exchange.getRequestMethod())
                .append(' ')
                .append(exchange.getRequestURI())
                .append('\n');
        Headers headers = exchange.getRequestHeaders();
        headers.forEach((name, values) -> values.forEach(value -> seen.append(name.toLowerCase(java.util.Locale.ROOT))
                .append(": ")
                .append(value)
                .append('\n')));
        seen.append('\n').append(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        send(exchange, 200, "text/plain; charset=utf-8", seen.toString());
    }

    /** Answers what the query asks for: {@code status}, {@code type}, {@code body}, and any header {@code h.<name>}. */
    private void answer(HttpExchange exchange) throws IOException {
        hit(exchange.getRequestURI().getPath());
        answer(exchange, query(exchange));
    }

    /** {@code PUT /kept/<key>} keeps its query, and {@code GET} answers what that asks for, as above; 404 before. */
    private void kept(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("PUT")) {
            kept.put(path, exchange.getRequestURI().getRawQuery());
            send(exchange, 200, "text/plain", "");
        } else {
            hit(path);
            answer(exchange, query(kept.getOrDefault(path, "status=404")));
        }
    }

    private static void answer(HttpExchange exchange, Map<String, String> query) throws IOException {
        query.forEach((name, value) -> {
            if (name.startsWith("h.")) {
                exchange.getResponseHeaders().add(name.substring(2), value);
            }
        });
        send(
                exchange,
                Integer.parseInt(query.getOrDefault("status", "200")),
                query.getOrDefault("type", "application/json"),
                query.getOrDefault("body", ""));
    }

    /** Answers the query's {@code body}, zipped. */
    private static void zipped(HttpExchange exchange) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(query(exchange).get("body").getBytes(StandardCharsets.UTF_8));
        }
        exchange.getResponseHeaders().set("Content-Encoding", query(exchange).getOrDefault("coding", "gzip"));
        send(
                exchange,
                200,
                "application/json",
                query(exchange).containsKey("none") ? new byte[0] : bytes.toByteArray());
    }

    /** Takes at least {@code before} milliseconds to the first byte, and {@code within} from there to the last. */
    private static void slow(HttpExchange exchange) throws IOException {
        pause(query(exchange).get("before"));
        exchange.sendResponseHeaders(200, 2);
        exchange.getResponseBody().write('a');
        exchange.getResponseBody().flush();
        pause(query(exchange).get("within"));
        exchange.getResponseBody().write('z');
        exchange.close();
    }

    private static void pause(String millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Long.parseLong(millis));
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Tells how many bytes the request's body has, and their SHA-256. */
    private static void digest(HttpExchange exchange) throws IOException {
        try (DigestInputStream body =
                new DigestInputStream(exchange.getRequestBody(), MessageDigest.getInstance("SHA-256"))) {
            long bytes = body.transferTo(OutputStream.nullOutputStream());
            String digest = HexFormat.of().formatHex(body.getMessageDigest().digest());
            send(exchange, 200, "text/plain", bytes + " " + digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code /ready-after/<n>/<name>}: 503 until it is asked for the n-th time. */
    private void readyAfter(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean ready = hit(path) >= Integer.parseInt(path.split("/", 0)[2]);
        send(exchange, ready ? 200 : 503, "application/json", "{\"status\":\"" + (ready ? "up" : "down") + "\"}");
    }

    /** How often the path in the query was asked; with {@code json=} in JSON. */
    private void hits(HttpExchange exchange) throws IOException {
        AtomicInteger count = hits.getOrDefault(query(exchange).get("path"), new AtomicInteger());
        boolean json = query(exchange).containsKey("json");
        send(
                exchange,
                200,
                json ? "application/json" : "text/plain",
                json ? "{\"hits\":\"" + count + "\"}" : count.toString());
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return query(exchange.getRequestURI().getRawQuery());
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&", 0)) {
            int equals = pair.indexOf('=');
            query.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        Charset charset = type.endsWith("charset=ISO-8859-1") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        send(exchange, status, type, body.getBytes(charset));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
