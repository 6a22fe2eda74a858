package dev.goldenpath.report;

import dev.goldenpath.evidence.WsHandshake;
import dev.goldenpath.runlog.RawCall;
import dev.goldenpath.runlog.RawHeader;
import dev.goldenpath.runlog.RawText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A WebSocket's handshake as the HTTP call that it is. */
final class HarCall {
    private HarCall() {}

    static RawCall of(WsHandshake handshake) {
        return new RawCall(
                RawText.of("GET"),
                RawText.of(handshake.url()),
                headers(handshake.requestHeaders()),
                null,
                handshake.status(),
                headers(handshake.responseHeaders()),
                null);
    }

    private static List<RawHeader> headers(Map<String, List<String>> byName) {
        List<RawHeader> headers = new ArrayList<>();
        byName.forEach((name, values) ->
                values.forEach(value -> headers.add(new RawHeader(RawText.of(name), RawText.of(value)))));
        return headers;
    }
}
