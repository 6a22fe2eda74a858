package dev.goldenpath.report;

import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.WsHandshake;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an HTTP Archive tells of a request and of what came back, be it an exchange or a WebSocket's handshake. */
record HarCall(
        String method,
        String url,
        Map<String, List<String>> requestHeaders,
        @Nullable Body requestBody,
        @Nullable Integer status,
        Map<String, List<String>> responseHeaders,
        @Nullable Body responseBody) {

    static HarCall of(HttpExchange exchange) {
        return new HarCall(
                exchange.method(),
                exchange.url(),
                exchange.requestHeaders(),
                exchange.requestBody(),
                exchange.status(),
                exchange.responseHeaders(),
                exchange.responseBody());
    }

    static HarCall of(WsHandshake handshake) {
        return new HarCall(
                "GET",
                handshake.url(),
                handshake.requestHeaders(),
                null,
                handshake.status(),
                handshake.responseHeaders(),
                null);
    }
}
