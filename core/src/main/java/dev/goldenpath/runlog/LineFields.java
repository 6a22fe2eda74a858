package dev.goldenpath.runlog;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.util.NameTransformer;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the fields of one line. Not thread-safe. */
final class LineFields {
    private final JsonGenerator json;
    private final SerializerProvider provider;
    private final Map<Class<?>, JsonSerializer<Object>> serializers;
    private final IsoInstant instants;

    /** @param serializers of records whose fields go into the line itself; kept from line to line */
    LineFields(
            JsonGenerator json,
            SerializerProvider provider,
            Map<Class<?>, JsonSerializer<Object>> serializers,
            IsoInstant instants) {
        this.json = json;
        this.provider = provider;
        this.serializers = serializers;
        this.instants = instants;
    }

    LineFields put(String name, long value) throws IOException {
        json.writeNumberField(name, value);
        return this;
    }

    LineFields put(String name, Instant value) throws IOException {
        json.writeFieldName(name);
        // As a constant: no instant holds a secret.
        instants.write(value, json);
        return this;
    }

    /** A record, a map, a list, a text …; nothing for {@code null}. */
    LineFields put(String name, @Nullable Object value) throws IOException {
        if (value == null) {
            return this;
        }
        json.writeFieldName(name);
        // To look up who writes them would take longer than to write them.
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else {
            provider.defaultSerializeValue(value, json);
        }
        return this;
    }

    /** As {@link #putAll(Object)}; texts that were redacted already are written as they are. */
    LineFields putAll(Object value, boolean redacted) throws IOException {
        if (redacted && json instanceof RedactingGenerator redacting) {
            redacting.trust();
        }
        return putAll(value);
    }

    /** Each field of {@code value}, a record, as one of the line. */
    LineFields putAll(Object value) throws IOException {
        JsonSerializer<Object> serializer = serializers.get(value.getClass());
        if (serializer == null) {
            serializer = provider.findValueSerializer(value.getClass(), null).unwrappingSerializer(NameTransformer.NOP);
            serializers.put(value.getClass(), serializer);
        }
        serializer.serialize(value, json, provider);
        return this;
    }
}
