package dev.goldenpath.example.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/**
 * JSON calls to one service.
 *
 * @param url its base address
 * @param token sent as bearer, or null
 */
record Api(URI url, String token) {
    static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    static final ObjectMapper MAPPER = new ObjectMapper();

    Api(URI url) {
        this(url, null);
    }

    /** What a service answered; the body is missing where there was none. */
    record Answer(int status, JsonNode body, HttpHeaders headers) {
        String text(String pointer) {
            return body.at(pointer).asText();
        }
    }

    Api as(String bearerToken) {
        return new Api(url, bearerToken);
    }

    /** Logs a demo user in here, and returns the whole answer. */
    Answer login(String name) {
        return post("/auth/login", Map.of("email", name + "@example.com", "password", name + "-local-password"));
    }

    /** Gets with further headers: name, value, name, value, and so on. */
    Answer get(String path, String... headers) {
        return send(path, with(headers).GET());
    }

    Answer delete(String path, String... headers) {
        return send(path, with(headers).DELETE());
    }

    /** Posts a form: names and values as they are to be sent, with further headers. */
    Answer postForm(String path, String form, String... headers) {
        HttpRequest.Builder request = with(headers).POST(BodyPublishers.ofString(form));
        return send(path, request.header("Content-Type", "application/x-www-form-urlencoded"));
    }

    private static HttpRequest.Builder with(String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder();
        return headers.length == 0 ? request : request.headers(headers);
    }

    Answer put(String path) {
        return send(path, HttpRequest.newBuilder().PUT(BodyPublishers.noBody()));
    }

    Answer post(String path, Map<String, ?> body) {
        try {
            return postRaw(path, MAPPER.writeValueAsString(body));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Answer postRaw(String path, String body) {
        return send(path, HttpRequest.newBuilder().POST(BodyPublishers.ofString(body)));
    }

    /** What is there for a browser. */
    record Page(int status, String contentType, String text) {}

    Page page(String path) {
        HttpResponse<String> response = exchange(path, HttpRequest.newBuilder().GET());
        String contentType = response.headers().firstValue("Content-Type").orElse("");
        return new Page(response.statusCode(), contentType, response.body());
    }

    private Answer send(String path, HttpRequest.Builder request) {
        HttpResponse<String> response = exchange(path, request);
        try {
            return new Answer(response.statusCode(), MAPPER.readTree(response.body()), response.headers());
        } catch (IOException noJson) {
            throw new AssertionError(path, noJson);
        }
    }

    private HttpResponse<String> exchange(String path, HttpRequest.Builder request) {
        request.uri(url.resolve(path)).timeout(Duration.ofSeconds(15));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(path, e);
        }
    }
}
