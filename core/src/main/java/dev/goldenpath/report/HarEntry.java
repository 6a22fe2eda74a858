package dev.goldenpath.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.CallPlace;
import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.CurlLine;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.TraceIds;
import dev.goldenpath.runlog.LoggedExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One exchange as an entry of an HTTP Archive. */
final class HarEntry {
    private final JsonGenerator json;
    private final HarFields fields;

    HarEntry(JsonGenerator json, HarFields fields) {
        this.json = json;
        this.fields = fields;
    }

    void write(LoggedExchange logged) throws IOException {
        HttpExchange exchange = logged.bare().evidence();
        json.writeStartObject();
        fields.begin(logged.bare(), logged.test(), logged.startedAt());
        HarTimings timings = new HarTimings(json, fields, exchange.phases());
        timings.writeTime();
        fields.call(logged.call());
        timings.write();
        connection(exchange.connection());
        fields.put("comment", comment(exchange));
        // Else Chromium's DevTools call the first of a page a document, and JSON a script.
        fields.put("_resourceType", "fetch");
        fields.put("_service", exchange.service());
        fields.put("_user", exchange.user());
        fields.put("_purpose", exchange.purpose());
        fields.place(logged.bare(), logged.test());
        place(exchange.place());
        ids(exchange.ids());
        failure(exchange.failure());
        fields.put("_curl", CurlLine.of(logged.withRequest()));
        json.writeEndObject();
    }

    private void connection(@Nullable Connection connection) throws IOException {
        if (connection == null) {
            return;
        }
        if (connection.proxy() != null) {
            // The address is the proxy's, and nobody here knows that of the server behind it.
            fields.put("_proxy", connection.proxy());
        } else {
            fields.server(connection.remoteAddress());
        }
        if (connection.localAddress() != null) {
            fields.put("connection", portOf(connection.localAddress()));
        }
        fields.tls(connection.tls());
    }

    private void place(CallPlace place) throws IOException {
        fields.put("_call", place.call());
        fields.put("_number", place.number());
        if (place.follows() != null) {
            fields.put("_follows", place.follows().name());
        }
    }

    private void ids(TraceIds ids) throws IOException {
        fields.put("_traceId", ids.trace());
        fields.put("_spanId", ids.span());
        fields.put("_requestId", ids.request());
    }

    private void failure(@Nullable CallFailure failure) throws IOException {
        if (failure != null) {
            fields.failure(failure.kind(), failure.phase(), failure.words());
        }
    }

    private static @Nullable String comment(HttpExchange exchange) {
        List<String> parts = new ArrayList<>();
        if (exchange.purpose() != null) {
            parts.add("made by Golden Path itself: " + exchange.purpose());
        }
        if (exchange.failure() != null) {
            parts.add(exchange.failure().words());
        }
        return parts.isEmpty() ? null : String.join("; ", parts);
    }

    private static String portOf(String address) {
        return address.substring(address.lastIndexOf(':') + 1);
    }
}
