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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One exchange as an entry of an HTTP Archive. */
final class HarEntry {
    private final JsonGenerator json;
    private final Set<String> pages;

    /** @param pages tests that have a page */
    HarEntry(JsonGenerator json, Set<String> pages) {
        this.json = json;
        this.pages = pages;
    }

    void write(LoggedExchange logged) throws IOException {
        HttpExchange exchange = logged.exchange();
        json.writeStartObject();
        if (logged.test() != null && pages.contains(logged.test())) {
            put("pageref", logged.test());
        }
        put("startedDateTime", logged.startedAt().toString());
        HarTimings timings = new HarTimings(json, exchange.phases());
        timings.writeTime();
        HarMessages messages = new HarMessages(json, exchange);
        messages.writeRequest();
        messages.writeResponse();
        json.writeObjectFieldStart("cache");
        json.writeEndObject();
        timings.write();
        connection(exchange.connection());
        put("comment", comment(exchange));
        // Else Chromium's DevTools call the first of a page a document, and JSON a script.
        put("_resourceType", "fetch");
        put("_service", exchange.service());
        put("_user", exchange.user());
        put("_purpose", exchange.purpose());
        put("_test", logged.test());
        if (logged.attempt() != null) {
            json.writeNumberField("_attempt", logged.attempt());
        }
        put("_phase", logged.phase().name());
        place(exchange.place());
        ids(exchange.ids());
        failure(exchange.failure());
        put("_curl", CurlLine.of(exchange));
        json.writeEndObject();
    }

    private void connection(@Nullable Connection connection) throws IOException {
        if (connection == null) {
            return;
        }
        if (connection.proxy() != null) {
            // The address is the proxy's, and nobody here knows that of the server behind it.
            put("_proxy", connection.proxy());
        } else if (connection.remoteAddress() != null) {
            put("serverIPAddress", hostOf(connection.remoteAddress()));
        }
        if (connection.localAddress() != null) {
            put("connection", portOf(connection.localAddress()));
        }
        Connection.Tls tls = connection.tls();
        if (tls != null) {
            put("_tls", tls.protocol() + " " + tls.cipher());
        }
    }

    private void place(CallPlace place) throws IOException {
        json.writeNumberField("_call", place.call());
        json.writeNumberField("_number", place.number());
        if (place.follows() != null) {
            put("_follows", place.follows().name());
        }
    }

    private void ids(TraceIds ids) throws IOException {
        put("_traceId", ids.trace());
        put("_spanId", ids.span());
        put("_requestId", ids.request());
    }

    private void failure(@Nullable CallFailure failure) throws IOException {
        if (failure != null) {
            json.writeObjectFieldStart("_failure");
            put("kind", failure.kind().name());
            put("phase", failure.phase() == null ? null : failure.phase().word());
            put("words", failure.words());
            json.writeEndObject();
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

    private void put(String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static String hostOf(String address) {
        String host = address.substring(0, address.lastIndexOf(':'));
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static String portOf(String address) {
        return address.substring(address.lastIndexOf(':') + 1);
    }
}
