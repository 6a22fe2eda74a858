package dev.goldenpath.http;

import dev.goldenpath.client.ClientContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as the test wrote it, ready to go out. */
record OutgoingRequest(
        ClientContext context,
        String method,
        URI url,
        Map<String, List<String>> headers,
        @Nullable String body) {

    OutgoingRequest {
        headers = new LinkedHashMap<>(headers);
    }

    /** For messages: {@code GET http://host/path as alice}, redacted. */
    String description() {
        String user = context.userName();
        return context.redaction().text(method + " " + url) + (user == null ? "" : " as " + user);
    }

    byte @Nullable [] bodyBytes() {
        return body == null ? null : body.getBytes(StandardCharsets.UTF_8);
    }

    @Nullable
    String contentType() {
        return headers.getOrDefault("Content-Type", List.of()).stream()
                .findFirst()
                .orElse(null);
    }

    /** The description alone: the record's own text would show the body. */
    @Override
    public String toString() {
        return description();
    }
}
