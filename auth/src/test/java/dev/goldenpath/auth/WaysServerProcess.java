package dev.goldenpath.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a {@link WaysServer} in a JVM of its own for one test class; every test finds it as new. */
final class WaysServerProcess implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private final HttpClient http = HttpClient.newHttpClient();
    private Process process;
    private URI url;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-Dsun.net.httpserver.nodelay=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WaysServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String port = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
        url = URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        call("PUT", "/anew", "");
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    URI url() {
        return url;
    }

    /** Makes the server behave in this way until told otherwise, and releases what it held. */
    void behave(Map<String, ?> behaviour) {
        call("PUT", "/behaviour", JsonText.write(behaviour));
    }

    /** How often this was counted since the test began. */
    int count(String what) {
        return call("GET", "/counts", "").at("/" + what, Integer.class).orElse(0);
    }

    /** All that was issued since the test began. */
    List<String> secrets() {
        return List.of(call("GET", "/secrets", "").at("", String[].class).orElseThrow());
    }

    /** The last request for a token: its {@code authorization} and its {@code form}. */
    JsonText last() {
        return call("GET", "/last", "");
    }

    /** Makes the server accept what one of these keys signs, and publish them. */
    void trust(JWK... keys) {
        call("PUT", "/trust", JsonText.write(new JWKSet(List.of(keys)).toJSONObject(false)));
    }

    private JsonText call(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(Duration.ofSeconds(10))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return JsonText.parse(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(method + " " + path + " broke", e);
        }
    }
}
