package dev.goldenpath.http;

import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.TraceIds;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** The ids by which one exchange is found again: those it is sent with, and those that come back. */
final class SentIds {
    static final String TRACE = "traceparent";
    static final String REQUEST = "X-Request-Id";

    private static final Pattern TRACE_PARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}.*");
    /** Under which names services and the proxies before them send theirs. */
    private static final Set<String> OF_SERVERS = Set.of(
            "request-id",
            "x-request-id",
            "x-correlation-id",
            "x-trace-id",
            "x-b3-traceid",
            "traceresponse",
            "x-amzn-requestid",
            "x-amzn-trace-id",
            "x-amz-cf-id",
            "x-cloud-trace-context",
            "x-ms-request-id",
            "cf-ray");

    private final @Nullable String trace;
    private final @Nullable String span;
    private final String request;

    private SentIds(@Nullable String trace, @Nullable String span, String request) {
        this.trace = trace;
        this.span = span;
        this.request = request;
    }

    /** Puts the ids into the headers that are not the author's own already. */
    static SentIds into(HttpRequest outgoing, OutgoingRequest wanted, String trace) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String request = wanted.header(REQUEST);
        if (request == null) {
            request = randomId(random);
            outgoing.addHeader(REQUEST, request);
        }
        String parent = wanted.header(TRACE);
        if (parent == null) {
            String span = HexFormat.of().toHexDigits(random.nextLong() | 1);
            outgoing.addHeader(TRACE, "00-" + trace + "-" + span + "-01");
            return new SentIds(trace, span, request);
        }
        Matcher own = TRACE_PARENT.matcher(parent);
        return own.matches() ? new SentIds(own.group(1), own.group(2), request) : new SentIds(null, null, request);
    }

    /** A UUID of version 4: services check that. */
    private static String randomId(ThreadLocalRandom random) {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(high, low).toString();
    }

    TraceIds with(Map<String, List<String>> responseHeaders, Redaction redaction) {
        Map<String, String> server = Map.of();
        for (Map.Entry<String, List<String>> header : responseHeaders.entrySet()) {
            if (OF_SERVERS.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                server = server.isEmpty() ? new LinkedHashMap<>() : server;
                server.put(header.getKey(), header.getValue().get(0));
            }
        }
        return new TraceIds(trace, span, redaction.text(request), server);
    }
}
