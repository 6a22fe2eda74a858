package dev.goldenpath.benchmarks.ratio;

import dev.goldenpath.evidence.HttpExchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a recorded call has sent, for another client to send the same. Stateless. */
final class SentHeaders {
    /** The protocol adds these to the baseline's requests by itself. */
    private static final Set<String> OF_THE_PROTOCOL = Set.of("Host", "Connection", "Content-Length");

    private SentHeaders() {}

    /** Of a call, with {@code token}, which is masked in what was recorded. */
    static Map<String, List<String>> of(HttpExchange exchange, String token) {
        Map<String, List<String>> headers = new LinkedHashMap<>(exchange.requestHeaders());
        headers.keySet().removeAll(OF_THE_PROTOCOL);
        headers.put("Authorization", List.of("Bearer " + token));
        return headers;
    }
}
