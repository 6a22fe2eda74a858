package dev.goldenpath.history;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One run as a line of JSON, and back. */
final class HistoryLine {
    static final String FAMILY = "goldenpath-history/";
    static final String FORMAT = FAMILY + "1";
    /** How each line of every version begins, so that a piece of one is known as such. */
    static final String BEGIN = "{\"format\":\"" + FAMILY;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private HistoryLine() {}

    /** The line, without its end. */
    static String of(HistoryRun run) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeStringField("run", run.run());
            json.writeStringField("startedAt", run.startedAt().toString());
            write(json, "environment", run.environment());
            write(json, "commit", run.commit());
            json.writeBooleanField("dirty", run.dirty());
            json.writeObjectFieldStart("revisions");
            for (Map.Entry<String, String> revision : run.revisions().entrySet()) {
                json.writeStringField(revision.getKey(), revision.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("tests");
            for (KeptTest test : run.tests()) {
                write(json, test);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    /**
     * The run that a line tells of.
     *
     * @throws UnknownFormatException when it is of another version of the format
     * @throws IllegalArgumentException when it is no whole line of a history; the message says why, as the end of a sentence
     */
    static HistoryRun read(String line) throws UnknownFormatException {
        JsonNode json;
        try {
            json = MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("it is no whole JSON object", e);
        }
        String format = json.path("format").asText();
        if (!format.startsWith(FAMILY)) {
            throw new IllegalArgumentException("it has no format " + FORMAT);
        }
        if (!format.equals(FORMAT)) {
            throw new UnknownFormatException(format);
        }
        try {
            return run(json);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + e.getParsedString() + "' is no instant", e);
        }
    }

    private static HistoryRun run(JsonNode json) {
        Map<String, String> revisions = new TreeMap<>();
        json.path("revisions")
                .properties()
                .forEach(entry -> revisions.put(entry.getKey(), entry.getValue().asText()));
        List<KeptTest> tests = new ArrayList<>();
        for (JsonNode test : json.path("tests")) {
            tests.add(test(test));
        }
        return new HistoryRun(
                needed(json, "run"),
                Instant.parse(needed(json, "startedAt")),
                text(json, "environment"),
                text(json, "commit"),
                json.path("dirty").asBoolean(),
                revisions,
                tests);
    }

    private static KeptTest test(JsonNode json) {
        JsonNode micros = json.path("durationUs");
        return new KeptTest(
                needed(json, "test"),
                needed(json, "class"),
                needed(json, "name"),
                verdict(needed(json, "verdict")),
                json.path("flaky").asBoolean(),
                micros.isIntegralNumber() ? Duration.ofNanos(1_000 * micros.asLong()) : null,
                text(json, "fingerprint"));
    }

    private static Verdict verdict(String word) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.name().equals(word)) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("'" + word + "' is no verdict");
    }

    private static void write(JsonGenerator json, KeptTest test) throws IOException {
        json.writeStartObject();
        json.writeStringField("test", test.test());
        json.writeStringField("class", test.className());
        json.writeStringField("name", test.name());
        json.writeStringField("verdict", test.verdict().name());
        json.writeBooleanField("flaky", test.flaky());
        if (test.took() != null) {
            json.writeNumberField("durationUs", test.took().toNanos() / 1_000);
        }
        write(json, "fingerprint", test.fingerprint());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    private static String needed(JsonNode json, String field) {
        String text = text(json, field);
        if (text == null) {
            throw new IllegalArgumentException("it has no '" + field + "'");
        }
        return text;
    }

    private static @Nullable String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isTextual() ? value.asText() : null;
    }
}
