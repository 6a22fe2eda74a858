package dev.goldenpath.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.goldenpath.verdict.Tally;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields as the summary has them: what is not known is absent. */
record SummaryJson(JsonGenerator json) {

    /** Writes what is in an object or an array. */
    interface Body {
        void write() throws IOException;
    }

    void object(String name, Body body) throws IOException {
        json.writeFieldName(name);
        object(body);
    }

    void object(Body body) throws IOException {
        json.writeStartObject();
        body.write();
        json.writeEndObject();
    }

    void array(String name, Body body) throws IOException {
        json.writeArrayFieldStart(name);
        body.write();
        json.writeEndArray();
    }

    void texts(String name, Collection<String> texts) throws IOException {
        array(name, () -> {
            for (String text : texts) {
                json.writeString(text);
            }
        });
    }

    void text(String name, @Nullable String text) throws IOException {
        if (text != null) {
            json.writeStringField(name, text);
        }
    }

    void time(String name, @Nullable Instant at) throws IOException {
        text(name, at == null ? null : at.toString());
    }

    /** In milliseconds, to the microsecond. */
    void millis(String name, @Nullable Duration duration) throws IOException {
        if (duration != null) {
            json.writeNumberField(name, BigDecimal.valueOf(duration.toNanos() / 1_000, 3));
        }
    }

    void number(String name, long number) throws IOException {
        json.writeNumberField(name, number);
    }

    /** How many have which name. */
    void counts(String name, Map<?, Integer> counts) throws IOException {
        object(name, () -> {
            for (Map.Entry<?, Integer> count : counts.entrySet()) {
                json.writeNumberField(count.getKey().toString(), count.getValue());
            }
        });
    }

    /** {@code planned}, each verdict in small letters, and {@code passRate}, as all reports have it. */
    void tally(Tally tally) throws IOException {
        number("planned", tally.planned());
        for (Verdict verdict : Verdict.values()) {
            number(word(verdict), tally.count(verdict));
        }
        json.writeNumberField("passRate", tally.passRate());
    }

    static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
