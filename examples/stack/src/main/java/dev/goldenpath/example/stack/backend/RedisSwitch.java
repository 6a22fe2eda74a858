package dev.goldenpath.example.stack.backend;

import io.javalin.http.InternalServerErrorResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the launcher, whose process Redis is, to end it and to start it again. Thread-safe. */
final class RedisSwitch {
    /** Longer than the launcher takes at most. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final URI address;

    /** Takes the loopback port where the launcher listens. */
    RedisSwitch(int port) {
        this.address = URI.create("http://127.0.0.1:" + port + "/redis");
    }

    /** Returns when the process of Redis is gone. */
    void stop() {
        send("DELETE");
    }

    /** Returns when Redis accepts connections. */
    void start() {
        send("PUT");
    }

    private void send(String method) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(TIMEOUT)
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 204) {
                throw new InternalServerErrorResponse("the launcher says: " + answer.body());
            }
        } catch (IOException e) {
            throw new InternalServerErrorResponse("the launcher does not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InternalServerErrorResponse("interrupted");
        }
    }
}
