package dev.goldenpath.evidence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By which ids an exchange is found in the logs of the services.
 *
 * @param trace the W3C trace id that was sent, one a test; absent when the author sent a {@code traceparent} of no
 *     known form
 * @param span the id of this exchange within the trace; absent together with it
 * @param request the {@code X-Request-Id} that was sent
 * @param server ids that the service sent back, by header name, redacted
 * @since 0.1.0
 */
public record TraceIds(
        @Nullable String trace,
        @Nullable String span,
        @Nullable String request,
        Map<String, String> server) {

    /** Copies the server's ids, keeping their order. */
    public TraceIds {
        server = server.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(server));
    }
}
