package dev.goldenpath.http;

import dev.goldenpath.client.JsonText;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.RecordedEvidence;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.HttpResponse;
import org.assertj.core.api.AssertProvider;

/**
 * What a service answered, whole. AssertJ's {@code assertThat(response)} gives a {@link ServiceResponseAssert}.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class ServiceResponse implements AssertProvider<ServiceResponseAssert> {
    private final OutgoingRequest request;
    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final RecordedEvidence recorded;
    private final HttpExchange exchange;

    ServiceResponse(OutgoingRequest request, HttpResponse response, byte[] body, RecordedEvidence recorded) {
        this.request = request;
        this.status = response.getCode();
        this.headers = ExchangeRecord.headers(response.getHeaders());
        this.body = body;
        this.recorded = recorded;
        this.exchange = (HttpExchange) recorded.evidence();
    }

    /** The status code. */
    public int status() {
        return status;
    }

    /** The first header of this name, in any case; empty when there is none. */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(entry -> entry.getValue().get(0))
                .findFirst();
    }

    /** The body in UTF-8; empty when there is none. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** A copy of the body; empty when there is none. */
    public byte[] bytes() {
        return body.clone();
    }

    /** How long the whole call took. */
    public Duration took() {
        return exchange.phases().total();
    }

    /**
     * The value at a JSON Pointer of the body as a plain Java object: String, Integer, Long, Double, Boolean, Map or
     * List.
     *
     * @throws AssertionError when the body is not JSON, or nothing or {@code null} stands there
     * @throws IllegalArgumentException when {@code pointer} is no JSON Pointer
     */
    public Object at(String pointer) {
        return at(pointer, Object.class);
    }

    /**
     * The value at a JSON Pointer of the body; the pointer {@code ""} is the whole body.
     *
     * @param type a record, a collection or whatever Jackson can read
     * @throws AssertionError when the body is not JSON, nothing or {@code null} stands there, or it is no {@code type}
     * @throws IllegalArgumentException when {@code pointer} is no JSON Pointer
     */
    public <T> T at(String pointer, Class<T> type) {
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            throw new IllegalArgumentException(
                    "'" + pointer + "' is no JSON Pointer: it must start with a slash, as in '/" + pointer + "'.");
        }
        try {
            return find(pointer, type).orElseThrow(() -> problem("nothing stands at '" + pointer + "' of its body"));
        } catch (IllegalArgumentException e) {
            throw problem("'" + pointer + "' of its body is " + e.getMessage());
        }
    }

    /** The whole body; otherwise as {@link #at(String, Class)}. */
    public <T> T as(Class<T> type) {
        return at("", type);
    }

    @Override
    public ServiceResponseAssert assertThat() {
        return new ServiceResponseAssert(this);
    }

    /** The request and the status, redacted. */
    @Override
    public String toString() {
        return request.description() + " → " + status;
    }

    <T> Optional<T> find(String pointer, Class<T> type) {
        return JsonText.parse(text()).at(pointer, type);
    }

    /** What a failed assertion about this response shows. */
    String message(String headline) {
        return Fact.message(
                request.context().redaction().text(headline),
                List.of(
                        Fact.of("request", request.description()),
                        Fact.of("status", status),
                        Fact.of("took", String.format(Locale.ROOT, "%.1f ms", took().toNanos() / 1e6)),
                        Fact.of("body", BodyExcerpt.of(exchange.responseBody()))));
    }

    /** Lets a response from the set-up count for the test that asserts on it now. */
    void cite() {
        request.context().recordingIfKnown().ifPresent(recording -> recording.cite(recorded, toString()));
    }

    private AssertionError problem(String what) {
        return new AssertionError(message("The response was expected to hold a value, but " + what + "."));
    }
}
