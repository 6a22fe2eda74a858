package dev.goldenpath.websocket;

import dev.goldenpath.client.ClientContext;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A handshake as the test wrote it, ready to go out. */
record SocketCall(
        ClientContext context,
        OpenSessions owner,
        URI url,
        Map<String, List<String>> headers,
        List<String> subprotocols) {

    SocketCall {
        headers = new LinkedHashMap<>(headers);
        subprotocols = List.copyOf(subprotocols);
    }

    /** For messages: {@code WebSocket ws://host/path as alice}, redacted. */
    String description() {
        String user = context.userName();
        return "WebSocket " + redactedUrl() + (user == null ? "" : " as " + user);
    }

    String redactedUrl() {
        return redacted(url.toString());
    }

    String redacted(String text) {
        return context.redaction().text(text);
    }

    /** Where the service says the type of a message stands; absent where it says nothing. */
    @Nullable
    String eventType() {
        return context.service().eventType();
    }
}
