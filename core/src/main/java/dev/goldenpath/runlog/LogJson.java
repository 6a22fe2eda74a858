package dev.goldenpath.runlog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How values look in a run log: durations in whole microseconds, instants as ISO text, absent values left out. */
final class LogJson {
    private LogJson() {}

    static JsonMapper mapper() {
        SimpleModule module = new SimpleModule();
        module.addSerializer(Duration.class, new Micros());
        module.addSerializer(Instant.class, new IsoText());
        return JsonMapper.builder()
                .addModule(module)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .build();
    }

    /** The text of a field; {@code null} where there is no such field. */
    static @Nullable String textOf(JsonNode node, String field) {
        return node.has(field) ? node.path(field).asText() : null;
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
            generator.writeString(value.toString());
        }
    }
}
