package dev.goldenpath.http;

import dev.goldenpath.client.BypassSearch;
import dev.goldenpath.client.ClientContext;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.CallPlace;
import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.ExchangeBracket;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Observed;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.cookie.CookieStore;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** One exchange while it happens; in the end, its evidence. Not thread-safe; use once. */
final class Exchange {
    /** Longer bodies are put into words at once, so that what waits to be written holds on to little. */
    private static final int MOST_WAITING = 32 * 1024;

    private static final String COOKIE = "Cookie";

    private final OutgoingRequest outgoing;
    private final CallPlace place;
    private final Recording recording;
    private final Phase begunIn;
    private final ResponseReading reading;
    private final CookieStore cookies;
    private final ConnectionTrace trace;
    private final HttpClientContext context = HttpClientContext.create();
    private final URI url;
    private final HttpUriRequestBase request;
    private final RequestBody.@Nullable Sending sending;
    private final SentIds ids;
    private final ExchangeBracket bracket;
    private @Nullable HttpResponse response;
    private boolean ended;

    Exchange(
            OutgoingRequest outgoing,
            CallPlace place,
            Recording recording,
            ResponseReading reading,
            CookieStore cookies) {
        this.outgoing = outgoing;
        this.place = place;
        this.recording = recording;
        this.begunIn = recording.phase();
        this.reading = reading;
        this.cookies = cookies;
        reading.searchWith(outgoing.context().markers());
        this.url = outgoing.ofUser()
                ? outgoing.context()
                        .user()
                        .map(user -> UserParameters.appended(outgoing.url(), user))
                        .orElse(outgoing.url())
                : outgoing.url();
        this.request = new HttpUriRequestBase(outgoing.method(), url);
        this.sending = outgoing.body() == null ? null : outgoing.body().begin();
        addHeaders();
        lookForBypasses();
        this.ids = SentIds.into(request, outgoing, recording.trace());
        if (sending != null) {
            request.setEntity(sending.entity());
        }
        this.bracket = ExchangeBracket.begin(recording);
        // Last, for its time begins now: a user may have to log in before its headers are known.
        this.trace = new ConnectionTrace(request);
    }

    private void addHeaders() {
        List<String> ofUser = new ArrayList<>(0);
        List<String> ofTest = new ArrayList<>(0);
        if (outgoing.ofUser()) {
            outgoing.context().user().ifPresent(user -> {
                user.headers().forEach((name, value) -> addHeader(name, value, ofUser));
                LateHeaders.of(user, context);
            });
        }
        outgoing.headers().forEach((name, values) -> values.forEach(value -> addHeader(name, value, ofTest)));
        // The client refuses to trace with cookies, which the answer would show.
        CookieStore kept = outgoing.method().equals("TRACE") ? new BasicCookieStore() : cookies;
        UserCookies.header(kept, outgoing.url(), ofUser, ofTest).ifPresent(all -> request.addHeader(COOKIE, all));
        RequestBody body = outgoing.body();
        if (body != null && body.mediaType() != null && outgoing.header("Content-Type") == null) {
            request.addHeader("Content-Type", body.mediaType());
        }
        if (outgoing.header("Accept-Encoding") == null) {
            request.addHeader("Accept-Encoding", "gzip");
        }
    }

    /** Before it is recorded, for what is found is masked from then on. */
    private void lookForBypasses() {
        BypassSearch search = outgoing.context().bypasses();
        for (Header header : request.getHeaders()) {
            search.header(recording, header.getName(), header.getValue());
        }
        search.parameters(recording, outgoing.url().getRawQuery());
        RequestBody body = outgoing.body();
        if (body != null) {
            search.parameters(recording, body.form());
            body.parts().forEach((name, text) -> search.parameter(recording, name, text));
        }
    }

    /** Cookies are set apart, for a request has one header of them. */
    private void addHeader(String name, String value, List<String> apart) {
        if (name.equalsIgnoreCase(COOKIE)) {
            apart.add(value);
        } else {
            request.addHeader(name, value);
        }
    }

    HttpUriRequestBase request() {
        return request;
    }

    HttpClientContext context() {
        return context;
    }

    ConnectionTrace trace() {
        return trace;
    }

    ResponseReading reading() {
        return reading;
    }

    void headReceived(HttpResponse received) {
        response = received;
        for (Header set : received.getHeaders("Set-Cookie")) {
            UserCookies.keep(cookies, outgoing.url(), set);
        }
    }

    boolean hasEnded() {
        return ended;
    }

    /** Records it as it stands now, which is its end. */
    RecordedEvidence end(@Nullable CallFailure failure) {
        if (ended) {
            throw new IllegalStateException("An exchange is recorded once, and this one has been");
        }
        ended = true;
        trace.timer().finish();
        // Read now, for the connection serves other exchanges next.
        Connection connection = trace.connection();
        HttpResponse received = response;
        Integer status = received == null ? null : received.getCode();
        ClientContext client = outgoing.context();
        boolean answered = HttpExchange.isAnswer(status, failure, client.purpose(), place, connection);
        bracket.end(
                client.service().name(),
                outgoing.method(),
                place.call(),
                connection,
                status != null && failure == null);
        Observed observed = Observed.later(
                HttpExchange.KIND,
                answered ? HttpExchange.answerOf(client.service().name(), userName(), connection) : null,
                weight(),
                () -> told(status, connection, failure));
        if (observed.weight() > MOST_WAITING) {
            observed.evidence();
        }
        RecordedEvidence recorded =
                recording.record(observed, begunIn, trace.timer().startNanos());
        outgoing.context()
                .judge(
                        recording,
                        outgoing.url(),
                        connection == null ? null : connection.remoteAddress(),
                        trace.isProxied());
        return recorded;
    }

    private int weight() {
        int sent = outgoing.body() == null ? 0 : outgoing.body().weight();
        return (int) Math.min(Integer.MAX_VALUE, (long) sent + reading.weight());
    }

    private HttpExchange told(
            @Nullable Integer status, @Nullable Connection connection, @Nullable CallFailure failure) {
        ClientContext client = outgoing.context();
        Redaction redaction = client.redaction();
        HttpResponse received = response;
        Map<String, List<String>> responseHeaders =
                received == null ? Map.of() : redaction.headers(headers(received.getHeaders()));
        return new HttpExchange(
                client.service().name(),
                userName(),
                client.purpose(),
                place,
                outgoing.method(),
                redaction.text(url.toString()),
                redaction.headers(headers(sentRequest().getHeaders())),
                sending == null ? null : sending.recorded(redaction),
                status,
                responseHeaders,
                received == null ? null : reading.recorded(redaction),
                connection == null ? null : redacted(connection, redaction),
                ids.with(responseHeaders, redaction),
                trace.timer().phases(),
                failure,
                received == null ? List.of() : markers(received, redaction));
    }

    private List<String> markers(HttpResponse received, Redaction redaction) {
        List<String> inBody = reading.markers(redaction);
        List<String> inHeaders = outgoing.context().markers().ofUserIn(() -> values(received.getHeaders()), redaction);
        return inHeaders.isEmpty()
                ? inBody
                : Stream.concat(inHeaders.stream(), inBody.stream()).distinct().toList();
    }

    private static byte[] values(Header[] headers) {
        return Arrays.stream(headers)
                .map(Header::getValue)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private @Nullable String userName() {
        return outgoing.ofUser() ? outgoing.context().userName() : null;
    }

    /** The peer chooses what its certificate says. */
    private static Connection redacted(Connection connection, Redaction redaction) {
        Connection.Tls tls = connection.tls();
        String subject = tls == null ? null : tls.certificateSubject();
        return tls == null || subject == null ? connection : connection.with(tls.named(redaction.text(subject)));
    }

    /** The request with the headers that the protocol added, once it is on its way. */
    private HttpRequest sentRequest() {
        HttpRequest sent = context.getRequest();
        return sent == null ? request : sent;
    }

    static Map<String, List<String>> headers(Header[] headers) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        for (Header header : headers) {
            byName.computeIfAbsent(header.getName(), name -> new ArrayList<>(1)).add(header.getValue());
        }
        return byName;
    }
}
