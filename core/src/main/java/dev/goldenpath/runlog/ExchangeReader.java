package dev.goldenpath.runlog;

import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.CallPlace;
import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phases;
import dev.goldenpath.evidence.TraceIds;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the exchange that a line holds, skipping fields it does not know: a large run has a hundred thousand of them. A
 * test holds it to what the mapper reads. Good for one line.
 */
final class ExchangeReader {
    private final LineCursor line;
    private @Nullable RawText startedAt;
    private @Nullable RawText test;
    private @Nullable String service;
    private @Nullable String user;
    private @Nullable String purpose;
    private @Nullable CallPlace place;
    private @Nullable RawText method;
    private @Nullable RawText url;
    private List<RawHeader> requestHeaders = List.of();
    private @Nullable RawBody requestBody;
    private @Nullable Integer status;
    private List<RawHeader> responseHeaders = List.of();
    private @Nullable RawBody responseBody;
    private @Nullable Connection connection;
    private @Nullable TraceIds ids;
    private @Nullable Phases phases;
    private @Nullable CallFailure failure;
    private List<String> markers = List.of();

    private ExchangeReader(Slice line) {
        this.line = new LineCursor(line);
    }

    /** What was read: an exchange of which headers and bodies are left out, and those. */
    record Read(HttpExchange bare, @Nullable RawText test, RawText startedAt, RawCall call) {}

    /** @throws IOException when it holds none */
    static Read read(Slice line) throws IOException {
        return new ExchangeReader(line).read();
    }

    private Read read() throws IOException {
        line.enter();
        while (line.hasNext()) {
            switch (line.name()) {
                case "test" -> test = line.text();
                case "startedAt" -> startedAt = line.text();
                case "service" -> service = text();
                case "user" -> user = text();
                case "purpose" -> purpose = text();
                case "method" -> method = line.text();
                case "url" -> url = line.text();
                case "status" -> status = Math.toIntExact(line.number());
                case "place" -> place = place();
                case "connection" -> connection = connection();
                case "ids" -> ids = ids();
                case "phases" -> phases = phases();
                case "failure" -> failure = mapped(CallFailure.class);
                case "markers" -> markers = texts();
                case "requestHeaders" -> requestHeaders = headers();
                case "responseHeaders" -> responseHeaders = headers();
                case "requestBody" -> requestBody = body();
                case "responseBody" -> responseBody = body();
                default -> line.skip();
            }
        }
        if (startedAt == null || service == null || place == null || method == null || url == null) {
            throw new IOException("it has no startedAt, service, place, method or url");
        }
        if (ids == null || phases == null) {
            throw new IOException("it has no ids or phases");
        }
        return new Read(
                new HttpExchange(
                        service,
                        user,
                        purpose,
                        place,
                        method.toString(),
                        url.toString(),
                        Map.of(),
                        null,
                        status,
                        Map.of(),
                        null,
                        connection,
                        ids,
                        phases,
                        failure,
                        markers),
                test,
                startedAt,
                new RawCall(method, url, requestHeaders, requestBody, status, responseHeaders, responseBody));
    }

    private String text() throws IOException {
        return line.text().toString();
    }

    private <T> T mapped(Class<T> type) throws IOException {
        Slice value = line.skip();
        return EvidenceJson.mapper().readValue(value.bytes(), value.start(), value.length(), type);
    }

    private List<RawHeader> headers() throws IOException {
        List<RawHeader> headers = new ArrayList<>();
        line.enter();
        while (line.hasNext()) {
            RawText name = line.rawName();
            line.enter();
            while (line.hasNext()) {
                headers.add(new RawHeader(name, line.text()));
            }
        }
        return headers;
    }

    private List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        line.enter();
        while (line.hasNext()) {
            texts.add(text());
        }
        return texts;
    }

    private RawBody body() throws IOException {
        @Nullable RawText mediaType = null;
        @Nullable RawText sha256 = null;
        @Nullable RawText text = null;
        long bytes = 0;
        boolean truncated = false;
        line.enter();
        while (line.hasNext()) {
            switch (line.name()) {
                case "mediaType" -> mediaType = line.text();
                case "bytes" -> bytes = line.number();
                case "sha256" -> sha256 = line.text();
                case "text" -> text = line.text();
                case "truncated" -> truncated = line.truth();
                default -> line.skip();
            }
        }
        return new RawBody(mediaType, bytes, sha256, text, truncated);
    }

    private CallPlace place() throws IOException {
        long call = 0;
        int number = 0;
        CallPlace.@Nullable Follows follows = null;
        boolean elsewhere = false;
        line.enter();
        while (line.hasNext()) {
            switch (line.name()) {
                case "call" -> call = line.number();
                case "number" -> number = Math.toIntExact(line.number());
                case "follows" -> follows = CallPlace.Follows.valueOf(text());
                case "elsewhere" -> elsewhere = line.truth();
                default -> line.skip();
            }
        }
        return new CallPlace(call, number, follows, elsewhere);
    }

    private TraceIds ids() throws IOException {
        @Nullable String trace = null;
        @Nullable String span = null;
        @Nullable String request = null;
        Map<String, String> server = new LinkedHashMap<>();
        line.enter();
        while (line.hasNext()) {
            switch (line.name()) {
                case "trace" -> trace = text();
                case "span" -> span = text();
                case "request" -> request = text();
                case "server" -> {
                    line.enter();
                    while (line.hasNext()) {
                        server.put(line.rawName().toString(), text());
                    }
                }
                default -> line.skip();
            }
        }
        return new TraceIds(trace, span, request, server);
    }

    private Connection connection() throws IOException {
        boolean reused = false;
        @Nullable String remoteAddress = null;
        @Nullable String localAddress = null;
        @Nullable String proxy = null;
        List<Connection.Attempt> attempts = new ArrayList<>(1);
        Connection.@Nullable Tls tls = null;
        long sentBytes = 0;
        long receivedBytes = 0;
        line.enter();
        while (line.hasNext()) {
            switch (line.name()) {
                case "reused" -> reused = line.truth();
                case "remoteAddress" -> remoteAddress = text();
                case "localAddress" -> localAddress = text();
                case "proxy" -> proxy = text();
                case "attempts" -> {
                    line.enter();
                    while (line.hasNext()) {
                        attempts.add(mapped(Connection.Attempt.class));
                    }
                }
                case "tls" -> tls = mapped(Connection.Tls.class);
                case "sentBytes" -> sentBytes = line.number();
                case "receivedBytes" -> receivedBytes = line.number();
                default -> line.skip();
            }
        }
        return new Connection(reused, remoteAddress, localAddress, proxy, attempts, tls, sentBytes, receivedBytes);
    }

    private Phases phases() throws IOException {
        Map<NetworkPhase, Duration> parts = new EnumMap<>(NetworkPhase.class);
        @Nullable Duration unattributed = null;
        Duration total = Duration.ZERO;
        line.enter();
        while (line.hasNext()) {
            String word = line.name();
            Duration took = Duration.ofNanos(Math.multiplyExact(line.number(), 1_000L));
            switch (word) {
                case "unattributed" -> unattributed = took;
                case "total" -> total = took;
                default -> parts.put(EvidenceJson.phase(word), took);
            }
        }
        return new Phases(parts, unattributed, total);
    }
}
