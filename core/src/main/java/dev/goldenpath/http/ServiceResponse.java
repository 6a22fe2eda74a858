package dev.goldenpath.http;

import dev.goldenpath.client.JsonText;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.MediaType;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.Step;
import java.io.InputStream;
import java.net.HttpCookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.HttpResponse;
import org.assertj.core.api.AssertProvider;
import org.jspecify.annotations.Nullable;

/**
 * What a service answered, whole. AssertJ's {@code assertThat(response)} gives a {@link ServiceResponseAssert}.
 * Immutable.
 *
 * @since 0.1.0
 */
public final class ServiceResponse implements AssertProvider<ServiceResponseAssert> {
    private static final int SHORTEST_SECRET = 8;

    private final OutgoingRequest request;
    private final int status;
    private final Map<String, List<String>> headers;
    private final ResponseContent content;
    private final RecordedEvidence recorded;
    private volatile @Nullable JsonText json;

    ServiceResponse(
            OutgoingRequest request, HttpResponse response, ResponseContent content, RecordedEvidence recorded) {
        this.request = request;
        this.status = response.getCode();
        this.headers = Exchange.headers(response.getHeaders());
        this.content = content;
        this.recorded = recorded;
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

    /** All headers of the answer, by name as received. */
    Map<String, List<String>> headers() {
        return headers;
    }

    /** The name of the first header whose value holds {@code part}; empty when none does. */
    Optional<String> headerHolding(String part) {
        return headers.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(value -> value.contains(part)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** All headers of this name, in any case; empty when there is none. */
    public List<String> headers(String name) {
        return headers.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    /** The cookies that this response sets. One that can't be read is left out. */
    public List<HttpCookie> cookies() {
        return headers("Set-Cookie").stream().flatMap(Cookies::in).toList();
    }

    /** The cookie of this name that this response sets; empty when it sets none. */
    public Optional<HttpCookie> cookie(String name) {
        return cookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    /**
     * The body in the charset of its media type, else in UTF-8; empty when there is none.
     *
     * @throws IllegalStateException when the body was streamed, or is too large for memory
     */
    public String text() {
        return new String(
                content.bytes(), MediaType.charset(header("Content-Type").orElse(null)));
    }

    /**
     * A copy of the body; empty when there is none.
     *
     * @throws IllegalStateException as {@link #text()}
     */
    public byte[] bytes() {
        return content.bytes().clone();
    }

    /**
     * The body from its beginning, from memory or from the file it was downloaded to; the caller closes it.
     *
     * @throws IllegalStateException when the body was streamed
     */
    public InputStream stream() {
        return content.stream();
    }

    /** The evidence of this response: its phases, its connection, its ids. */
    public HttpExchange exchange() {
        return (HttpExchange) recorded.evidence();
    }

    /** How long its exchange took, from before the request to the end of the body. */
    public Duration took() {
        return exchange().phases().total();
    }

    /**
     * When its exchange began, before the request was sent: the time since the start of the run in this JVM, on the
     * monotonic clock that WebSocket messages are recorded by, too. Of a call that was tried again, or redirected, it is
     * that of the last exchange.
     */
    public Duration begunAt() {
        return recorded.offset();
    }

    /** When its body had arrived to the last byte; otherwise as {@link #begunAt()}. */
    public Duration completeAt() {
        return recorded.offset().plus(took());
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
        requirePointer(pointer);
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

    static void requirePointer(String pointer) {
        if (!pointer.isEmpty() && !pointer.startsWith("/")) {
            throw new IllegalArgumentException(
                    "'" + pointer + "' is no JSON Pointer: it must start with a slash, as in '/" + pointer + "'.");
        }
    }

    /** What leaves its secret field is no longer told by the field's name. A short text would mask too much else. */
    private void maskFromNowOn(JsonText parsed, String pointer) {
        Redaction redaction = request.context().redaction();
        parsed.textsIn(pointer, redaction::isSecretField).stream()
                .filter(text -> text.length() >= SHORTEST_SECRET)
                .forEach(redaction::addValue);
    }

    /**
     * What stands at a JSON Pointer of the body; empty where nothing or {@code null} does.
     *
     * @throws IllegalArgumentException when the body is not JSON, or that is no {@code type}; the message says so
     */
    <T> Optional<T> find(String pointer, Class<T> type) {
        JsonText parsed = json;
        if (parsed == null) {
            parsed = JsonText.parse(text());
            json = parsed;
        }
        maskFromNowOn(parsed, pointer);
        return parsed.at(pointer, type);
    }

    /** What a failed assertion about this response shows; {@code more} comes first. */
    String message(String headline, List<Fact> more) {
        List<Fact> facts = new ArrayList<>();
        more.forEach(fact ->
                facts.add(Fact.of(redaction().text(fact.key()), redaction().text(fact.value()))));
        facts.add(Fact.of("service", exchange().service()));
        facts.add(Fact.of("request", request.description()));
        facts.add(Fact.of("status", status));
        facts.add(Fact.of("phases", exchange().phases().words()));
        facts.addAll(IdFacts.of(exchange().ids()));
        facts.add(Fact.of("body", BodyExcerpt.of(exchange().responseBody())));
        return Fact.message(redaction().text(headline), facts);
    }

    /** Lets a response from the set-up count for the test that asserts on it now. */
    void cite() {
        request.context().recordingIfKnown().ifPresent(recording -> recording.cite(recorded, this::toString));
    }

    /** Records, as a step of the test that runs now, what was found out about this response. */
    void note(String words) {
        request.context()
                .recordingIfKnown()
                .ifPresent(recording -> recording.record(
                        new Step(redaction().text(this + ": " + words), null, null), System.nanoTime()));
    }

    Redaction redaction() {
        return request.context().redaction();
    }

    private AssertionError problem(String what) {
        return new AssertionError(message("The response was expected to hold a value, but " + what + ".", List.of()));
    }
}
