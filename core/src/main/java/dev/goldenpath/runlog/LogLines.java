package dev.goldenpath.runlog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.goldenpath.evidence.Audit;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.evidence.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the whole lines of a log, one after the other, and checks that each follows the one before. */
final class LogLines {
    private static final byte[] EVIDENCE = "{\"type\":\"evidence\",".getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> READ_WHOLE = Set.of(Probe.KIND, Revision.KIND, Finding.KIND, Audit.KIND);

    private final Path log;
    private final JsonMapper mapper = LogJson.mapper();
    private String previousHash = "";
    private int number;

    private LogLines(Path log) {
        this.log = log;
    }

    /**
     * Hands every whole line to {@code reader}.
     *
     * @throws IOException when the log can't be read, a line is no JSON object, or one was changed, lost or moved
     */
    static void read(Path log, Consumer<JsonNode> reader) throws IOException {
        LogLines lines = new LogLines(log);
        WholeLines.of(log, (line, offset) -> reader.accept(lines.parse(line)));
    }

    private JsonNode parse(byte[] line) throws IOException {
        number++;
        JsonNode node = object(line);
        if (node.path("seq").asInt() != number || !node.path("prev").asText().equals(previousHash)) {
            throw new IOException(log + ":" + number
                    + " does not follow the line before it: the log was changed after it was written.");
        }
        previousHash = Sha256.of(line);
        return node;
    }

    private JsonNode object(byte[] line) throws IOException {
        try {
            JsonNode node = isEvidence(line) ? evidence(line) : mapper.readTree(line);
            if (node != null && node.isObject()) {
                return node;
            }
            throw new IOException(log + ":" + number + " is no run log line: it is no JSON object");
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new IOException(log + ":" + number + " is no run log line: " + e.getOriginalMessage(), e);
        }
    }

    static boolean isEvidence(byte[] line) {
        return Arrays.equals(line, 0, Math.min(line.length, EVIDENCE.length), EVIDENCE, 0, EVIDENCE.length);
    }

    /** Whole where reports rest on it; most of a log, and all that is long in it, says nothing of verdicts. */
    private JsonNode evidence(byte[] line) throws IOException {
        ObjectNode head = head(line);
        return READ_WHOLE.contains(head.path("kind").asText()) ? mapper.readTree(line) : head;
    }

    /** The fields before the evidence itself. */
    private ObjectNode head(byte[] line) throws IOException {
        ObjectNode head = mapper.createObjectNode();
        try (JsonParser parser = mapper.createParser(line)) {
            parser.nextToken();
            while (!head.has("kind") && parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                head.put(name, parser.getText());
                parser.skipChildren();
            }
        }
        return head;
    }
}
