package dev.goldenpath.report;

import dev.goldenpath.evidence.Attachment;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.WsHandshake;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one attempt of a test exchanged with services by its own calls, and what it attached. Not thread-safe. */
final class TestTraffic {
    private final Latencies http = new Latencies();
    private final Set<String> traces = new LinkedHashSet<>();
    private final Set<String> services = new LinkedHashSet<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final UserLanes users = new UserLanes();
    private int exchanges;

    void add(HttpExchange exchange) {
        exchanges++;
        services.add(exchange.service());
        trace(exchange.ids().trace());
        if (isAnswered(exchange)) {
            http.add(exchange.phases().total());
        }
    }

    void add(WsHandshake handshake) {
        services.add(handshake.service());
    }

    void add(Attachment attachment) {
        attachments.add(attachment);
    }

    /** Whether a whole response arrived: how long it took until something broke is no latency of the service. */
    static boolean isAnswered(HttpExchange exchange) {
        return exchange.status() != null && exchange.failure() == null;
    }

    private void trace(@Nullable String trace) {
        if (trace != null) {
            traces.add(trace);
        }
    }

    /** The test users who called. */
    UserLanes users() {
        return users;
    }

    /** How many HTTP exchanges, whatever came of them. */
    int exchanges() {
        return exchanges;
    }

    /** How long each answered exchange took as a whole. */
    Latencies http() {
        return http;
    }

    /** Trace ids of the exchanges, each once, in their order. */
    Set<String> traces() {
        return traces;
    }

    /** Names of the services that were called. */
    Set<String> services() {
        return services;
    }

    /** In their order. */
    List<Attachment> attachments() {
        return attachments;
    }
}
