package dev.goldenpath.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.goldenpath.client.JsonText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs the guarded service in a process of its own for one test class; every test finds it without holes. */
final class Guarded implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;
    private int port;
    private int socketPort;
    private String key;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-Dsun.net.httpserver.nodelay=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.goldenpath.matrix.GuardedService")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        port = Integer.parseInt(output.readLine());
        socketPort = Integer.parseInt(output.readLine());
        key = output.readLine();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        holes();
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** The private key with which it signs, as a JSON Web Key. */
    String key() {
        return key;
    }

    /** Gives it these holes, and no other. */
    void holes(String... holes) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/holes"))
                .timeout(Duration.ofSeconds(10))
                .PUT(HttpRequest.BodyPublishers.ofString(JsonText.write(holes)))
                .build();
        try {
            http.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The guarded service does not answer", e);
        }
    }

    /** An environment with all ways to call it, and the key to sign with. */
    String yaml() {
        return yaml("signing: { key: '" + key + "' }");
    }

    /** @param signing its {@code tokens.signing}, or whatever else stands there */
    String yaml(String signing) {
        return """
                environments:
                  local:
                    ready-within: 10s
                    services:
                      backend:
                        url: "%1$s"
                        health: /health
                        login: { path: /login, username: /name, password: /password, token: /token }
                        tokens: { keys: /jwks, %3$s }
                      loose:
                        url: "%1$s"
                        health: /health
                        login: { path: /opaque-login, username: /name, password: /password, token: /token }
                      kept:
                        url: "%1$s"
                        health: /health
                        login: { path: /session-login, username: /name, password: /password, cookie: SID }
                      sockets: { url: "http://127.0.0.1:%2$d", events: { type: /type } }
                    users:
                      alice: { service: backend, grant: login, username: alice@example.com, password: secret-of-alice }
                      bob: { service: backend, grant: login, username: bob@example.com, password: secret-of-bob }
                      opaque-alice: { service: loose, grant: login, username: alice, password: secret-of-alice }
                      opaque-bob: { service: loose, grant: login, username: bob, password: secret-of-bob }
                      kept-alice: { service: kept, grant: session, username: alice, password: secret-of-alice }
                      kept-bob: { service: kept, grant: session, username: bob, password: secret-of-bob }
                      keyed-alice: { grant: api-key, key: alice-api-key-0001, header: X-Key }
                      keyed-bob: { grant: api-key, key: bob-api-key-0002, header: X-Key }
                      asking-alice: { grant: api-key, key: alice-api-key-0001, parameter: key }
                      named-alice: { grant: basic, username: alice, password: "secret of alice" }
                      named-bob: { grant: basic, username: bob, password: "secret of bob" }
                policy: { rules: { empty-class: off, not-run: off } }
                """.formatted(url(), socketPort, signing);
    }
}
