package dev.goldenpath.websocket;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.environment.EventSettings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A handshake as the test wrote it, ready to go out. */
record SocketCall(
        TyrusEngine engine,
        ClientContext context,
        OpenSessions owner,
        URI url,
        Map<String, List<String>> headers,
        List<String> subprotocols) {

    SocketCall {
        // With its values: the request that this came from may go on to another.
        Map<String, List<String>> copy = new LinkedHashMap<>();
        headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        headers = copy;
        subprotocols = List.copyOf(subprotocols);
    }

    /** Makes the handshake; may be called again. */
    SocketAttempt attempt() {
        if (owner.isClosed()) {
            throw new IllegalStateException(
                    "This client of " + context.service().name()
                            + " is closed, because the test or class it was injected into has finished.");
        }
        return engine.attempt(this);
    }

    /** For messages: {@code WebSocket ws://host/path as alice}, redacted. */
    String description() {
        return "WebSocket " + redactedUrl() + context.caller();
    }

    /** All that are offered, that of the token last. */
    List<String> subprotocolsWith(ShownToken token) {
        return token.subprotocol() == null
                ? subprotocols
                : Stream.concat(subprotocols.stream(), Stream.of(token.subprotocol()))
                        .toList();
    }

    private String redactedUrl() {
        return redacted(url.toString());
    }

    String redacted(String text) {
        return context.redaction().text(text);
    }

    /** How the service's messages are read. */
    EventSettings events() {
        return context.service().events();
    }
}
