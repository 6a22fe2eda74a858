package dev.goldenpath.http;

import dev.goldenpath.client.ClientContext;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request, ready to go out.
 *
 * @param context whose call it is
 * @param method upper case
 * @param url whole
 * @param headers of the author, besides those that make it the user's
 * @param body {@code null} for none
 * @param ofUser whether it carries what makes it the user's: not after a redirect to somewhere else
 */
record OutgoingRequest(
        ClientContext context,
        String method,
        URI url,
        Map<String, List<String>> headers,
        @Nullable RequestBody body,
        boolean ofUser) {

    /** For messages: {@code GET http://host/path as alice}, redacted. */
    String description() {
        return context.redaction().text(method + " " + url) + (ofUser ? context.caller() : "");
    }

    /** The first of the author's headers of this name; {@code null} where there is none. */
    @Nullable
    String header(String name) {
        return headers.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(entry -> entry.getValue().get(0))
                .findFirst()
                .orElse(null);
    }

    /** The description alone: the record's own text would show the body. */
    @Override
    public String toString() {
        return description();
    }
}
