package dev.goldenpath.runlog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phases;
import dev.goldenpath.evidence.WsMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How values look in a run log: durations in whole microseconds, instants as ISO text, absent values left out. */
final class LogJson {
    /** One for all, as it learns by and by how to write each kind of evidence. */
    private static final JsonMapper MAPPER = newMapper();

    private LogJson() {}

    static JsonMapper mapper() {
        return MAPPER;
    }

    private static JsonMapper newMapper() {
        SimpleModule module = new SimpleModule();
        module.addSerializer(Duration.class, new Micros());
        module.addSerializer(Instant.class, new IsoText());
        module.addSerializer(Phases.class, new ByWord());
        module.addSerializer(Body.class, new Redacted());
        // One generator writes one line after the other, and the line break is written by whoever has digested the
        // line.
        return JsonMapper.builder(
                        new JsonFactoryBuilder().rootValueSeparator("").build())
                .addModule(module)
                .addMixIn(HttpExchange.class, NoEmptyMarkers.class)
                .addMixIn(WsMessage.class, NoEmptyMarkers.class)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .build();
    }

    /** Most answers hold none, and a line of each is written. */
    interface NoEmptyMarkers {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> markers();
    }

    /** The text of a field; {@code null} where there is no such field. */
    static @Nullable String textOf(JsonNode node, String field) {
        return node.has(field) ? node.path(field).asText() : null;
    }

    /** The texts of a list; empty where there is none. */
    static List<String> textsOf(JsonNode node, String field) {
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    static long micros(Duration duration) {
        return duration.toNanos() / 1_000;
    }

    private static final class Micros extends StdSerializer<Duration> {
        private static final long serialVersionUID = 1L;

        Micros() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeNumber(micros(value));
        }
    }

    private static final class IsoText extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        IsoText() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            new IsoInstant().write(value, generator);
        }
    }

    private static final class ByWord extends StdSerializer<Phases> {
        private static final long serialVersionUID = 1L;
        // Constants of the format, as opposed to keys of a map, which are redacted.
        private static final Map<NetworkPhase, SerializedString> WORDS = Stream.of(NetworkPhase.values())
                .collect(Collectors.toMap(phase -> phase, phase -> new SerializedString(phase.word())));
        private static final SerializedString UNATTRIBUTED = new SerializedString("unattributed");
        private static final SerializedString TOTAL = new SerializedString("total");

        ByWord() {
            super(Phases.class);
        }

        @Override
        public void serialize(Phases value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeStartObject();
            for (Map.Entry<NetworkPhase, Duration> part : value.parts().entrySet()) {
                generator.writeFieldName(WORDS.get(part.getKey()));
                generator.writeNumber(micros(part.getValue()));
            }
            if (value.unattributed() != null) {
                generator.writeFieldName(UNATTRIBUTED);
                generator.writeNumber(micros(value.unattributed()));
            }
            generator.writeFieldName(TOTAL);
            generator.writeNumber(micros(value.total()));
            generator.writeEndObject();
        }
    }

    private static final class Redacted extends StdSerializer<Body> {
        private static final long serialVersionUID = 1L;

        Redacted() {
            super(Body.class);
        }

        @Override
        public void serialize(Body value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeStartObject();
            if (value.mediaType() != null) {
                generator.writeStringField("mediaType", value.mediaType());
            }
            generator.writeNumberField("bytes", value.bytes());
            writeRedacted("sha256", value.sha256(), generator);
            writeRedacted("text", value.text(), generator);
            generator.writeBooleanField("truncated", value.truncated());
            generator.writeEndObject();
        }

        private static void writeRedacted(String name, @Nullable String text, JsonGenerator generator)
                throws IOException {
            if (text == null) {
                return;
            }
            generator.writeFieldName(name);
            if (generator instanceof RedactingGenerator redacting) {
                redacting.writeRedacted(text);
            } else {
                generator.writeString(text);
            }
        }
    }
}
