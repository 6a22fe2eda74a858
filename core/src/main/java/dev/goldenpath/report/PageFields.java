package dev.goldenpath.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.goldenpath.evidence.Fact;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes fields of data in a page, of texts no more than their beginning where they are long. What is absent has no
 * field.
 *
 * @param longest how many characters of a text are written
 */
record PageFields(JsonGenerator json, int longest) {

    void put(String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, cut(value.toString()));
        }
    }

    /** In microseconds. */
    void put(String name, @Nullable Duration took) throws IOException {
        if (took != null) {
            json.writeNumberField(name, took.toNanos() / 1_000);
        }
    }

    /** {@code true}, or nothing. */
    void put(String name, boolean holds) throws IOException {
        if (holds) {
            json.writeBooleanField(name, true);
        }
    }

    void put(String name, Collection<String> texts) throws IOException {
        if (!texts.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (String text : texts) {
                json.writeString(cut(text));
            }
            json.writeEndArray();
        }
    }

    void facts(String name, List<Fact> facts) throws IOException {
        if (!facts.isEmpty()) {
            json.writeArrayFieldStart(name);
            for (Fact fact : facts) {
                json.writeStartObject();
                put("key", fact.key());
                put("value", fact.value());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private String cut(String text) {
        return text.length() <= longest
                ? text
                : text.substring(0, longest)
                        + String.format(Locale.ROOT, "… (%,d more characters)", text.length() - longest);
    }
}
