package dev.goldenpath.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.runlog.LoggedEvidence;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields that entries of every kind have. */
final class HarFields {
    private final JsonGenerator json;
    private final Set<String> pages;

    /** @param pages tests that have a page */
    HarFields(JsonGenerator json, Set<String> pages) {
        this.json = json;
        this.pages = pages;
    }

    /** The first of an entry. */
    void begin(LoggedEvidence<?> logged) throws IOException {
        if (logged.test() != null && pages.contains(logged.test())) {
            put("pageref", logged.test());
        }
        put("startedDateTime", logged.startedAt().toString());
    }

    void call(HarCall call) throws IOException {
        HarMessages messages = new HarMessages(json, call);
        messages.writeRequest();
        messages.writeResponse();
        json.writeObjectFieldStart("cache");
        json.writeEndObject();
    }

    void server(@Nullable String address) throws IOException {
        if (address != null) {
            String host = address.substring(0, address.lastIndexOf(':'));
            put("serverIPAddress", host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        }
    }

    void tls(Connection.@Nullable Tls tls) throws IOException {
        if (tls != null) {
            put("_tls", tls.protocol() + " " + tls.cipher());
        }
    }

    void failure(CallFailure.@Nullable Kind kind, @Nullable NetworkPhase phase, String words) throws IOException {
        json.writeObjectFieldStart("_failure");
        put("kind", kind == null ? null : kind.name());
        put("phase", phase == null ? null : phase.word());
        put("words", words);
        json.writeEndObject();
    }

    void place(LoggedEvidence<?> logged) throws IOException {
        put("_test", logged.test());
        if (logged.attempt() != null) {
            json.writeNumberField("_attempt", logged.attempt());
        }
        put("_phase", logged.phase().name());
    }

    void put(String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
