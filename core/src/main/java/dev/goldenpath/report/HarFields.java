package dev.goldenpath.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.goldenpath.evidence.CallFailure;
import dev.goldenpath.evidence.Connection;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.runlog.LoggedEvidence;
import dev.goldenpath.runlog.RawCall;
import dev.goldenpath.runlog.RawText;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The fields that entries of every kind have. */
final class HarFields {
    /** A large run has a hundred thousand entries, each with the same names. */
    private static final Map<String, SerializedString> NAMES = new ConcurrentHashMap<>();

    private final JsonGenerator json;
    private final Set<String> pages;

    /** @param pages tests that have a page */
    HarFields(JsonGenerator json, Set<String> pages) {
        this.json = json;
        this.pages = pages;
    }

    /**
     * The first of an entry.
     *
     * @param test that of {@code logged}
     */
    void begin(LoggedEvidence<?> logged, @Nullable RawText test, RawText startedAt) throws IOException {
        if (test != null && pages.contains(logged.test())) {
            put("pageref", test);
        }
        put("startedDateTime", startedAt);
    }

    void call(RawCall call) throws IOException {
        HarMessages messages = new HarMessages(json, this, call);
        messages.writeRequest();
        messages.writeResponse();
        name("cache");
        json.writeStartObject();
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
        name("_failure");
        json.writeStartObject();
        put("kind", kind == null ? null : kind.name());
        put("phase", phase == null ? null : phase.word());
        put("words", words);
        json.writeEndObject();
    }

    void place(LoggedEvidence<?> logged, @Nullable RawText test) throws IOException {
        if (test != null) {
            put("_test", test);
        }
        if (logged.attempt() != null) {
            put("_attempt", (long) logged.attempt());
        }
        put("_phase", logged.phase().name());
    }

    void put(String name, RawText value) throws IOException {
        name(name);
        json.writeRawUTF8String(value.bytes(), value.start(), value.length());
    }

    void put(String name, @Nullable String value) throws IOException {
        if (value != null) {
            name(name);
            json.writeString(value);
        }
    }

    void put(String name, long value) throws IOException {
        name(name);
        json.writeNumber(value);
    }

    /** The name of the value that is written next. */
    void name(String name) throws IOException {
        SerializedString known = NAMES.get(name);
        json.writeFieldName(known == null ? NAMES.computeIfAbsent(name, SerializedString::new) : known);
    }
}
