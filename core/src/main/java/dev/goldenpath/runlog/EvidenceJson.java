package dev.goldenpath.runlog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phases;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads evidence as {@link LogJson} writes it, skipping fields it does not know. */
final class EvidenceJson {
    private static final JsonMapper MAPPER = build();
    private static final Map<String, NetworkPhase> BY_WORD =
            Stream.of(NetworkPhase.values()).collect(Collectors.toMap(NetworkPhase::word, phase -> phase));

    private EvidenceJson() {}

    /** Thread-safe. */
    static JsonMapper mapper() {
        return MAPPER;
    }

    private static JsonMapper build() {
        SimpleModule module = new SimpleModule();
        module.addDeserializer(Duration.class, new Micros());
        module.addDeserializer(Instant.class, new IsoText());
        module.addDeserializer(Phases.class, new ByWord());
        return JsonMapper.builder()
                .addModule(module)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    private static Duration micros(JsonParser parser) throws IOException {
        return Duration.ofNanos(Math.multiplyExact(parser.getLongValue(), 1_000));
    }

    private static final class Micros extends StdDeserializer<Duration> {
        private static final long serialVersionUID = 1L;

        Micros() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return micros(parser);
        }
    }

    private static final class IsoText extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        IsoText() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return IsoInstant.parse(parser.getText());
        }
    }

    private static final class ByWord extends StdDeserializer<Phases> {
        private static final long serialVersionUID = 1L;

        ByWord() {
            super(Phases.class);
        }

        @Override
        public Phases deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return phases(parser);
        }
    }

    private static Phases phases(JsonParser parser) throws IOException {
        Map<NetworkPhase, Duration> parts = new EnumMap<>(NetworkPhase.class);
        @Nullable Duration unattributed = null;
        Duration total = Duration.ZERO;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String word = parser.currentName();
            parser.nextToken();
            if (word.equals("unattributed")) {
                unattributed = micros(parser);
            } else if (word.equals("total")) {
                total = micros(parser);
            } else {
                parts.put(phase(word), micros(parser));
            }
        }
        return new Phases(parts, unattributed, total);
    }

    static NetworkPhase phase(String word) {
        NetworkPhase phase = BY_WORD.get(word);
        if (phase == null) {
            throw new IllegalArgumentException("'" + word + "' is no phase");
        }
        return phase;
    }
}
