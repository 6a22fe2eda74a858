package dev.goldenpath.http;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Phases;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Recording;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Turns one exchange as it happens into its evidence. */
final class ExchangeRecord {
    private final OutgoingRequest outgoing;
    private final HttpRequest request;
    private final HttpClientContext context;
    private final Phase begunIn;
    private final long startNanos;
    private @Nullable HttpResponse response;
    private long headNanos;

    ExchangeRecord(
            OutgoingRequest outgoing, HttpRequest request, HttpClientContext context, Phase begunIn, long startNanos) {
        this.outgoing = outgoing;
        this.request = request;
        this.context = context;
        this.begunIn = begunIn;
        this.startNanos = startNanos;
    }

    String description() {
        return outgoing.description();
    }

    void headReceived(HttpResponse received) {
        headNanos = System.nanoTime();
        response = received;
    }

    RecordedEvidence complete(Recording recording, byte[] body) {
        return record(recording, body, null);
    }

    void fail(Recording recording, String failure) {
        record(recording, null, failure);
    }

    private RecordedEvidence record(Recording recording, byte @Nullable [] body, @Nullable String failure) {
        long now = System.nanoTime();
        ClientContext client = outgoing.context();
        HttpResponse received = response;
        byte[] sent = outgoing.bodyBytes();
        return recording.record(
                new HttpExchange(
                        client.service().name(),
                        client.userName(),
                        client.purpose(),
                        outgoing.method(),
                        client.redaction().text(outgoing.url().toString()),
                        client.redaction().headers(headers(sentRequest().getHeaders())),
                        sent == null ? null : Body.of(outgoing.contentType(), sent, client.redaction()),
                        received == null ? null : received.getCode(),
                        received == null ? Map.of() : client.redaction().headers(headers(received.getHeaders())),
                        received == null || body == null
                                ? null
                                : Body.of(contentType(received), body, client.redaction()),
                        remoteAddress(),
                        new Phases(
                                received == null || body == null ? null : Duration.ofNanos(now - headNanos),
                                Duration.ofNanos(now - startNanos)),
                        failure),
                begunIn,
                startNanos);
    }

    /** The request with the headers that the protocol added, once it is on its way. */
    private HttpRequest sentRequest() {
        HttpRequest sent = context.getRequest();
        return sent == null ? request : sent;
    }

    private @Nullable String remoteAddress() {
        EndpointDetails endpoint = context.getEndpointDetails();
        SocketAddress remote = endpoint == null ? null : endpoint.getRemoteAddress();
        return remote instanceof InetSocketAddress address
                ? address.getAddress().getHostAddress() + ":" + address.getPort()
                : null;
    }

    private static @Nullable String contentType(HttpResponse response) {
        Header header = response.getFirstHeader("Content-Type");
        return header == null ? null : header.getValue();
    }

    static Map<String, List<String>> headers(Header[] headers) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        for (Header header : headers) {
            byName.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
        }
        return byName;
    }
}
