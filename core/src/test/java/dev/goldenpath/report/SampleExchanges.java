package dev.goldenpath.report;

import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.CallPlace;
import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phases;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.TraceIds;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HTTP exchanges as a client would record them. */
final class SampleExchanges {
    private static final Redaction REDACTION = new Redaction();

    private SampleExchanges() {}

    static HttpExchange onNewConnection() {
        Map<NetworkPhase, Duration> parts = new EnumMap<>(NetworkPhase.class);
        parts.put(NetworkPhase.QUEUED, micros(15));
        parts.put(NetworkPhase.DNS, micros(1_000));
        parts.put(NetworkPhase.CONNECT, micros(2_000));
        parts.put(NetworkPhase.TLS, micros(3_500));
        parts.put(NetworkPhase.SEND, micros(250));
        parts.put(NetworkPhase.WAIT, micros(50_125));
        parts.put(NetworkPhase.RECEIVE, micros(500));
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Content-Type", List.of("application/x-www-form-urlencoded"));
        headers.put("Authorization", List.of("s3cret"));
        return exchange(
                "alice",
                null,
                "POST",
                "https://h:1/ask?q=a%20b&token=s3cret",
                headers,
                body("application/x-www-form-urlencoded", "name=J+D&password=s3cret"),
                200,
                Map.of("Content-Type", List.of("application/json")),
                body("application/json", "{}"),
                new Connection(false, "[::1]:1", "[::1]:50123", null, List.of(), null, 10, 20),
                new Phases(parts, micros(610), micros(58_000)),
                null);
    }

    static HttpExchange login() {
        return exchange(
                null,
                "login",
                "POST",
                "http://h/login",
                Map.of(),
                null,
                200,
                Map.of(),
                null,
                null,
                new Phases(
                        Map.of(NetworkPhase.SEND, micros(20), NetworkPhase.WAIT, micros(2_000)),
                        micros(10),
                        micros(2_030)),
                null);
    }

    static HttpExchange refused() {
        return exchange(
                null,
                null,
                "GET",
                "http://h/",
                Map.of(),
                null,
                null,
                Map.of(),
                null,
                new Connection(false, null, null, null, List.of(), null, 0, 0),
                new Phases(Map.of(NetworkPhase.CONNECT, micros(90)), micros(1), micros(91)),
                new CallFailure(CallFailure.Kind.REFUSED, NetworkPhase.CONNECT, "Connection refused"));
    }

    static HttpExchange redirected() {
        return exchange(
                null,
                null,
                "GET",
                "http://h/",
                Map.of(),
                null,
                302,
                Map.of("location", List.of("/elsewhere"), "Content-Encoding", List.of("gzip")),
                body("text/html", "there"),
                null,
                Phases.ofTotal(micros(5)),
                null);
    }

    private static HttpExchange exchange(
            @Nullable String user,
            @Nullable String purpose,
            String method,
            String url,
            Map<String, List<String>> requestHeaders,
            @Nullable Body requestBody,
            @Nullable Integer status,
            Map<String, List<String>> responseHeaders,
            @Nullable Body responseBody,
            @Nullable Connection connection,
            Phases phases,
            @Nullable CallFailure failure) {
        return new HttpExchange(
                "backend",
                user,
                purpose,
                new CallPlace(1, 1, null, false),
                method,
                REDACTION.text(url),
                REDACTION.headers(requestHeaders),
                requestBody,
                status,
                responseHeaders,
                responseBody,
                connection,
                new TraceIds("trace", "span", "request", Map.of()),
                phases,
                failure,
                List.of());
    }

    private static Body body(String type, String text) {
        return Body.of(type, text.getBytes(StandardCharsets.UTF_8), REDACTION);
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(1_000 * micros);
    }
}
