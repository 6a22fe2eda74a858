package dev.goldenpath.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.Sha256;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.Executors;

/**
 * Exchanges large bodies with a server in a process of its own, which is this program without arguments, and tells what
 * is recorded of each.
 */
final class LargeBodies {
    static final int BLOCKS_PER_MIB = 128;
    static final String BLOCK = "0123456789abcde\n".repeat(512);

    private static final String TEXT = "text/plain";
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private LargeBodies() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            serve();
            return;
        }
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeBodies.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader port =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            exchange(URI.create("http://127.0.0.1:" + port.readLine()), arguments[0], Path.of(arguments[1]));
        } finally {
            server.destroy();
        }
        System.exit(0);
    }

    private static void exchange(URI url, String mib, Path file) {
        try (Scene scene = new Scene(url)) {
            ServiceClient client = scene.client();
            tell(
                    "downloaded",
                    client.get("/{mib}", mib)
                            .limitedTo(LIMIT)
                            .download(file)
                            .exchange()
                            .responseBody());
            tell(
                    "streamed",
                    client.get("/{mib}", mib).limitedTo(LIMIT).stream(
                                    body -> body.transferTo(OutputStream.nullOutputStream()))
                            .exchange()
                            .responseBody());
            ServiceResponse answer =
                    client.post("/").body(file, TEXT).limitedTo(LIMIT).send();
            tell("uploaded", answer.exchange().requestBody());
            System.out.println("received " + answer.text());
        }
    }

    private static void tell(String what, Body body) {
        System.out.println(what + " " + body.bytes() + " " + body.sha256());
    }

    private static void serve() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", LargeBodies::answer);
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.start();
        System.out.println(server.getAddress().getPort());
        while (System.in.read() >= 0) {
            // Nothing is ever sent; the end of input is the end of the client.
        }
        System.exit(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            MessageDigest digest = Sha256.digest();
            try (InputStream body = new DigestInputStream(exchange.getRequestBody(), digest)) {
                body.transferTo(OutputStream.nullOutputStream());
            }
            byte[] answer = Sha256.hex(digest).getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } else {
            byte[] block = BLOCK.getBytes(StandardCharsets.US_ASCII);
            int mib = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
            exchange.getResponseHeaders().set("Content-Type", TEXT);
            exchange.sendResponseHeaders(200, mib * 1024L * 1024);
            for (int i = 0; i < mib * BLOCKS_PER_MIB; i++) {
                exchange.getResponseBody().write(block);
            }
        }
        exchange.close();
    }
}
