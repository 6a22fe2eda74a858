package dev.goldenpath.example.stack.backend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Asks the auth service for its own health. */
final class AuthProbe implements Callable<Integer> {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final HttpRequest request;

    AuthProbe(URI authUrl) {
        this.request = HttpRequest.newBuilder(authUrl.resolve("/auth/health"))
                .timeout(TIMEOUT)
                .build();
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        int status =
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException("GET " + request.uri() + " answered " + status);
        }
        return status;
    }
}
