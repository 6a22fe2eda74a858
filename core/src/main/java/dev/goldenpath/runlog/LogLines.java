package dev.goldenpath.runlog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads the whole lines of a log, one after the other, and checks that each follows the one before. */
final class LogLines {
    private final Path log;
    private final JsonMapper mapper = LogJson.mapper();
    private String previousHash = "";
    private int number;

    private LogLines(Path log) {
        this.log = log;
    }

    /**
     * Hands every whole line to {@code reader}. What stands behind the last line end was cut short by a kill.
     *
     * @throws IOException when the log can't be read, a line is no JSON object, or one was changed, lost or moved
     */
    static void read(Path log, Consumer<JsonNode> reader) throws IOException {
        LogLines lines = new LogLines(log);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(log))) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    reader.accept(lines.parse(line.toByteArray()));
                    line.reset();
                } else {
                    line.write(next);
                }
            }
        }
    }

    private JsonNode parse(byte[] line) throws IOException {
        number++;
        JsonNode node = object(line);
        if (node.path("seq").asInt() != number || !node.path("prev").asText().equals(previousHash)) {
            throw new IOException(log + ":" + number
                    + " does not follow the line before it: the log was changed after it " + "was written.");
        }
        previousHash = LineWriter.sha256(line);
        return node;
    }

    private JsonNode object(byte[] line) throws IOException {
        try {
            JsonNode node = mapper.readTree(line);
            if (node != null && node.isObject()) {
                return node;
            }
            throw new IOException(log + ":" + number + " is no run log line: it is no JSON object");
        } catch (JsonProcessingException e) {
            e.clearLocation();
            throw new IOException(log + ":" + number + " is no run log line: " + e.getOriginalMessage(), e);
        }
    }
}
