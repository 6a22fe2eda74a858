package dev.goldenpath.benchmarks.reports;

import dev.goldenpath.evidence.Body;
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
import java.util.Random;

/** Exchanges such as a client of a shop makes: some 2.5 kB each in a log. */
final class GeneratedExchange {
    private static final String TYPE = "application/json";
    private static final int LINES = 8;

    private final Random random = new Random(9);
    private final Redaction redaction = new Redaction();
    private long number;

    HttpExchange next() {
        number++;
        Map<NetworkPhase, Duration> parts = new EnumMap<>(NetworkPhase.class);
        long wait = Math.round(20_000 * Math.exp(0.5 * random.nextGaussian()));
        parts.put(NetworkPhase.QUEUED, micros(15));
        parts.put(NetworkPhase.SEND, micros(120));
        parts.put(NetworkPhase.WAIT, micros(wait));
        parts.put(NetworkPhase.RECEIVE, micros(300));
        String trace = String.format("%032x", number);
        return new HttpExchange(
                "backend",
                "alice",
                null,
                new CallPlace(number, 1, null, false),
                "POST",
                "http://127.0.0.1:1/api/orders/" + number,
                requestHeaders(trace),
                body("{\"article\":\"" + number + "\",\"amount\":3,\"note\":\"as soon as you can, please\"}"),
                201,
                responseHeaders(),
                body(answer()),
                new Connection(true, "127.0.0.1:1", "127.0.0.1:50123", null, List.of(), null, 620, 1_400),
                new TraceIds(trace, "00f067aa0ba902b7", "r-" + number, Map.of()),
                new Phases(parts, micros(40), micros(475 + wait)),
                null,
                List.of());
    }

    private static Map<String, List<String>> requestHeaders(String trace) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Host", List.of("127.0.0.1:1"));
        headers.put("Accept", List.of(TYPE));
        headers.put("Content-Type", List.of(TYPE));
        headers.put("Authorization", List.of("Bearer ***"));
        headers.put("traceparent", List.of("00-" + trace + "-00f067aa0ba902b7-01"));
        headers.put("User-Agent", List.of("goldenpath"));
        return headers;
    }

    private static Map<String, List<String>> responseHeaders() {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Date", List.of("Sat, 28 Nov 2026 20:00:00 GMT"));
        headers.put("Content-Type", List.of(TYPE));
        headers.put("Cache-Control", List.of("no-store"));
        headers.put("X-Request-Id", List.of("5d41402abc4b2a76b9719d911017c592"));
        return headers;
    }

    private String answer() {
        StringBuilder answer = new StringBuilder("{\"id\":").append(number).append(",\"lines\":[");
        for (int i = 0; i < LINES; i++) {
            answer.append(i == 0 ? "" : ",")
                    .append("{\"article\":")
                    .append(random.nextInt(1_000_000))
                    .append(",\"name\":\"a thing that people buy\",\"price\":\"12.50\",\"inStock\":true}");
        }
        return answer.append("]}").toString();
    }

    private Body body(String text) {
        return Body.of(TYPE, text.getBytes(StandardCharsets.UTF_8), redaction);
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(1_000 * micros);
    }
}
