package dev.goldenpath.runlog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was sent and what came back, be it in an exchange or in a WebSocket's handshake, as a log has it.
 *
 * @param requestBody absent when there was none
 * @param status absent when no response arrived
 * @param responseBody absent when not even the response's head arrived, and for a handshake
 * @since 0.1.0
 */
public record RawCall(
        RawText method,
        RawText url,
        List<RawHeader> requestHeaders,
        @Nullable RawBody requestBody,
        @Nullable Integer status,
        List<RawHeader> responseHeaders,
        @Nullable RawBody responseBody) {}
