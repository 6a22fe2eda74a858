package dev.goldenpath.runlog;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.util.NameTransformer;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the fields of one line. Not thread-safe. */
final class LineFields {
    private final JsonGenerator json;
    private final SerializerProvider provider;
    private final Map<Class<?>, JsonSerializer<Object>> serializers;

    /** @param serializers of records whose fields go into the line itself; kept from line to line */
    LineFields(JsonGenerator json, SerializerProvider provider, Map<Class<?>, JsonSerializer<Object>> serializers) {
        this.json = json;
        this.provider = provider;
        this.serializers = serializers;
    }

    LineFields put(String name, long value) throws IOException {
        json.writeNumberField(name, value);
        return this;
    }

    /** A record, a map, a list, a text …; nothing for {@code null}. */
    LineFields put(String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeFieldName(name);
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
