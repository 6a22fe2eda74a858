package dev.goldenpath.http;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.client.JsonText;
import dev.goldenpath.client.ServiceCallException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.net.PercentCodec;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way. Not thread-safe; each {@link #send()} sends it once more.
 *
 * @since 0.1.0
 */
public final class ServiceRequest {
    private static final String CONTENT_TYPE = "Content-Type";

    private final HttpEngine engine;
    private final ClientContext context;
    private final String method;
    private final StringBuilder target;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private @Nullable String body;

    ServiceRequest(HttpEngine engine, ClientContext context, String method, String path) {
        this.engine = engine;
        this.context = context;
        this.method = method;
        this.target = new StringBuilder(path);
    }

    /** Adds a query parameter; name and value are percent-encoded. */
    public ServiceRequest query(String name, Object value) {
        target.append(target.indexOf("?") < 0 ? '?' : '&')
                .append(PercentCodec.RFC3986.encode(name))
                .append('=')
                .append(PercentCodec.RFC3986.encode(value.toString()));
        return this;
    }

    /**
     * Adds a header; a content type replaces the one before.
     *
     * @throws IllegalArgumentException when it is the authorization of a client that calls as a test user
     */
    public ServiceRequest header(String name, String value) {
        context.requireOwnHeader(name);
        if (name.equalsIgnoreCase(CONTENT_TYPE)) {
            headers.put(CONTENT_TYPE, List.of(value));
        } else {
            headers.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return this;
    }

    /**
     * Sends {@code value} as JSON.
     *
     * @param value a record, a map, a list, or whatever Jackson can write
     * @throws IllegalArgumentException when it cannot be written as JSON
     */
    public ServiceRequest json(Object value) {
        return body(JsonText.write(value), "application/json");
    }

    /** Sends {@code text} in UTF-8 as a body of this media type. */
    public ServiceRequest body(String text, String mediaType) {
        body = text;
        headers.put(CONTENT_TYPE, List.of(mediaType));
        return this;
    }

    /**
     * Sends the request and reads the whole response.
     *
     * @throws ServiceCallException when no whole response arrives: refused, unknown host, time-out, TLS failure,
     *     broken connection
     * @throws IllegalStateException when this is a shared client, and no test can be told from the calling thread
     */
    public ServiceResponse send() {
        URI url = URI.create(context.service().requiredUrl() + target.toString());
        return engine.send(new OutgoingRequest(context, method, url, headers, body));
    }
}
