package dev.goldenpath.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.CallPlace;
import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.CurlLine;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Phases;
import dev.goldenpath.evidence.TraceIds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code curl} command of an exchange, of its line in a run log. */
final class CurlOfLine {
    private CurlOfLine() {}

    /** Reads of the line what the command is made of, and leaves the rest of the exchange empty. */
    static String of(JsonNode line) {
        return CurlLine.of(new HttpExchange(
                line.path("service").asText(),
                text(line, "user"),
                null,
                new CallPlace(1, 1, null, false),
                line.path("method").asText(),
                line.path("url").asText(),
                headers(line.path("requestHeaders")),
                body(line.path("requestBody")),
                null,
                Map.of(),
                null,
                new Connection(false, null, null, text(line.path("connection"), "proxy"), List.of(), null, 0, 0),
                new TraceIds(null, null, null, Map.of()),
                Phases.ofTotal(Duration.ZERO),
                null,
                List.of()));
    }

    private static Map<String, List<String>> headers(JsonNode node) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        node.properties().forEach(header -> {
            List<String> values = new ArrayList<>();
            header.getValue().forEach(value -> values.add(value.asText()));
            headers.put(header.getKey(), values);
        });
        return headers;
    }

    private static @Nullable Body body(JsonNode node) {
        return node.isObject()
                ? new Body(
                        text(node, "mediaType"),
                        node.path("bytes").asLong(),
                        text(node, "sha256"),
                        text(node, "text"),
                        node.path("truncated").asBoolean())
                : null;
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.path(field).asText() : null;
    }
}
