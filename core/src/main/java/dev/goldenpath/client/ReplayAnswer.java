package dev.goldenpath.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call. Immutable; the texts are as they came, so that they can be searched for what should not be in them.
 *
 * @param status HTTP status; 101 for an accepted handshake
 * @param headers of the answer by name, in its order; they may hold secrets
 * @param body its text, as far as it was kept; of an accepted handshake, the first text message that came within the time
 *     given; empty where there is none. It may hold secrets
 * @param closeCode with which the service closed the session within the time given, 1006 where the connection was lost;
 *     absent of an HTTP answer, and of a session that stayed open
 * @param closeReason the words that went with it, empty where there were none; absent as {@code closeCode}
 * @param description the call and what came of it, redacted: {@code GET http://host/api/threads → 401}
 * @since 0.1.0
 */
public record ReplayAnswer(
        int status,
        Map<String, List<String>> headers,
        String body,
        @Nullable Integer closeCode,
        @Nullable String closeReason,
        String description) {

    /** Copies the headers, keeping their order. */
    public ReplayAnswer {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        headers = Collections.unmodifiableMap(copy);
    }

    /** The answer of an HTTP call. */
    public static ReplayAnswer ofHttp(int status, Map<String, List<String>> headers, String body, String description) {
        return new ReplayAnswer(status, headers, body, null, null, description);
    }

    /** The description alone: all else may hold secrets. */
    @Override
    public String toString() {
        return description;
    }
}
