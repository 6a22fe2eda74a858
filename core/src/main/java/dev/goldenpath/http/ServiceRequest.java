package dev.goldenpath.http;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.client.HeaderRules;
import dev.goldenpath.client.JsonText;
import dev.goldenpath.client.ServiceCallException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.hc.core5.net.PercentCodec;
import org.assertj.core.api.ThrowingConsumer;

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
    private final RequestContent content = new RequestContent();
    private final CallChoices choices = new CallChoices();

    ServiceRequest(HttpEngine engine, ClientContext context, String method, String path) {
        this.engine = engine;
        this.context = context;
        this.method = method;
        this.target = new StringBuilder(path);
        context.requireOwnParameters(path);
    }

    /**
     * Adds a query parameter; name and value are percent-encoded.
     *
     * @throws NullPointerException when the value is null
     * @throws IllegalArgumentException when a client that calls as a test user fills it itself
     */
    public ServiceRequest query(String name, Object value) {
        Objects.requireNonNull(value, () -> "The value of the query parameter '" + name + "' is null.");
        String parameter = PercentCodec.RFC3986.encode(name) + "=" + PercentCodec.RFC3986.encode(value.toString());
        context.requireOwnParameters("?" + parameter);
        target.append(target.indexOf("?") < 0 ? '?' : '&').append(parameter);
        return this;
    }

    /**
     * Adds a header; a content type replaces that of the body.
     *
     * @throws IllegalArgumentException when {@link ClientContext#requireOwnHeader} refuses it, when it says how long the
     *     body is, which the body itself does, or could not go out as it is written: a name that is no token, a value with
     *     a line end or with characters that are not in ISO-8859-1
     */
    public ServiceRequest header(String name, String value) {
        context.requireOwnHeader(name);
        HeaderRules.checkName(name);
        HeaderRules.checkValue(name, value);
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
     * @throws IllegalStateException when the request carries something already
     */
    public ServiceRequest json(Object value) {
        return body(JsonText.write(value), "application/json");
    }

    /**
     * Sends {@code text} as a body of this media type, in the charset that it names, else in UTF-8.
     *
     * @throws IllegalStateException when the request carries something already
     */
    public ServiceRequest body(String text, String mediaType) {
        content.text(text, mediaType);
        return this;
    }

    /** Sends bytes as a body of this media type; otherwise as {@link #body(String, String)}. */
    public ServiceRequest body(byte[] bytes, String mediaType) {
        content.bytes(bytes, mediaType);
        return this;
    }

    /**
     * Sends a file of any size as a body of this media type; otherwise as {@link #body(String, String)}.
     *
     * @throws IllegalArgumentException when it is no readable file
     */
    public ServiceRequest body(Path file, String mediaType) {
        content.file(file, mediaType);
        return this;
    }

    /**
     * Adds a field to the form that is sent, {@code application/x-www-form-urlencoded} in UTF-8.
     *
     * @throws IllegalStateException when the request carries something that is no form already
     */
    public ServiceRequest form(String name, Object value) {
        Objects.requireNonNull(value, () -> "The value of the form field '" + name + "' is null.");
        content.field(name, value.toString());
        return this;
    }

    /**
     * Adds a text to the {@code multipart/form-data} that is sent.
     *
     * @throws IllegalStateException when the request carries something that is no multipart already
     */
    public ServiceRequest part(String name, String text) {
        content.part(name, text);
        return this;
    }

    /** Adds bytes as a file of this name; otherwise as {@link #part(String, String)}. */
    public ServiceRequest part(String name, String fileName, byte[] bytes, String mediaType) {
        content.part(name, fileName, bytes, mediaType);
        return this;
    }

    /**
     * Adds a file of any size; otherwise as {@link #part(String, String)}.
     *
     * @throws IllegalArgumentException when it is no readable file
     */
    public ServiceRequest part(String name, Path file, String mediaType) {
        content.part(name, file, mediaType);
        return this;
    }

    /**
     * Limits the whole call, with its redirects and retries, in the place of the service's {@code timeouts.call}.
     *
     * @throws IllegalArgumentException when it is not positive, or longer than 365 days
     */
    public ServiceRequest limitedTo(Duration whole) {
        choices.limitTo(whole);
        return this;
    }

    /**
     * Follows redirects, up to ten, as a browser does: after 303 with GET, after 301 and 302 too where it was a POST, else
     * with the same request. One to another scheme, host or port is sent without what makes the request its user's, cookies
     * too, and its answer proves nothing. A redirect to what is no web address is the answer itself.
     */
    public ServiceRequest followRedirects() {
        choices.followRedirects();
        return this;
    }

    /**
     * Sends it again after certain ends.
     *
     * @throws IllegalArgumentException when {@code policy} does not say after which
     */
    public ServiceRequest retry(Retry policy) {
        choices.retry(policy);
        return this;
    }

    /** Opens a connection for it, so that {@code dns}, {@code connect} and {@code tls} happen. */
    public ServiceRequest onNewConnection() {
        choices.openNewConnection();
        return this;
    }

    /**
     * Sends the request and reads the whole response into memory.
     *
     * @throws ServiceCallException when no whole response arrives: refused, unknown host, time-out, TLS failure,
     *     broken connection, or a body of more than 64 MiB
     * @throws IllegalStateException when this is a shared client, and no test can be told from the calling thread
     */
    public ServiceResponse send() {
        return call(ReadingToMemory::new, ownLimit());
    }

    /**
     * Sends the request and writes the response's body, of any size, into a file, in the place of what is there. With
     * redirects or retries the file holds the last body.
     *
     * @throws IllegalArgumentException when the file's folder does not exist
     * @throws ServiceCallException as {@link #send()}, and when the file can't be written
     * @throws IllegalStateException as {@link #send()}
     */
    public ServiceResponse download(Path file) {
        ReadingToFile.requireFolder(file);
        return call(() -> new ReadingToFile(file), ownLimit());
    }

    /**
     * Sends the request and has the response's body read while it arrives, whatever its status, and with redirects or
     * retries once for each response. A body that is not read
     * to its end is recorded as far as it was read, and its connection closed.
     *
     * @throws ServiceCallException as {@link #send()}, and when the reader throws an {@link java.io.IOException}
     * @throws IllegalStateException as {@link #send()}
     */
    public ServiceResponse stream(BodyReader reader) {
        return call(() -> new ReadingByAuthor(reader), ownLimit());
    }

    /**
     * Sends the request again and again, until its response is as expected or the time is up. A response that is not, and
     * a call that breaks, are tried again; any other exception of {@code requirements} ends it. Each try is a call of its
     * own in the evidence, and ends with the time at the latest.
     *
     * @param time for all tries, for example {@code Eventually.upTo(ofSeconds(30))}
     * @param requirements throws an {@link AssertionError} where the response is not as expected yet
     * @return the response that was as expected
     * @throws AssertionError when none was; the message tells how often what was seen instead
     * @throws IllegalStateException as {@link #send()}
     */
    public ServiceResponse eventually(Eventually time, ThrowingConsumer<? super ServiceResponse> requirements) {
        return time.<ServiceResponse, RuntimeException>untilDone(outgoing().description(), left -> {
            ServiceResponse response = call(ReadingToMemory::new, left.compareTo(ownLimit()) < 0 ? left : ownLimit());
            requirements.accept(response);
            return response;
        });
    }

    private ServiceResponse call(Supplier<ResponseReading> reading, Duration within) {
        OutgoingRequest request = outgoing();
        return new Call(engine, request, choices.within(within, reading)).make(request);
    }

    private Duration ownLimit() {
        return choices.limitOr(context.service().timeouts().call());
    }

    private OutgoingRequest outgoing() {
        URI url = PathTemplate.url(context.service().requiredUrl() + target.toString(), context.redaction());
        boolean ofUser = context.user().isPresent();
        return new OutgoingRequest(context, method, url, new LinkedHashMap<>(headers), content.body(), ofUser);
    }
}
