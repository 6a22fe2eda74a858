package dev.goldenpath.runlog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Appends lines to one file, each redacted, numbered and chained to the one before, and handed to the operating system
 * before the call returns. Thread-safe.
 */
final class LineWriter implements AutoCloseable {
    /** What readers match on. It holds no secret, and a password such as {@code test} must not take it apart. */
    private static final Set<String> NEVER_REDACTED = Set.of(
            "type",
            "format",
            "run",
            "jvm",
            "test",
            "class",
            "priority",
            "kind",
            "phase",
            "verdict",
            "grade",
            "startedAt",
            "direction",
            "opcode");

    private final OutputStream file;
    private final RunClock clock;
    private final Redaction redaction;
    private final JsonMapper mapper = LogJson.mapper();
    private long seq;
    private String previousHash = "";
    private @Nullable IOException failure;

    private LineWriter(OutputStream file, RunClock clock, Redaction redaction) {
        this.file = file;
        this.clock = clock;
        this.redaction = redaction;
    }

    /** Creates {@code <name>.jsonl}, or {@code <name>-2.jsonl} and so on where this JVM has written one before. */
    static LineWriter create(Path folder, String name, RunClock clock, Redaction redaction) throws IOException {
        Files.createDirectories(folder);
        String candidate = name;
        for (int number = 2; ; number++) {
            try {
                Path path = folder.resolve(candidate + ".jsonl");
                // Not a channel: that would be closed for good when an interrupted thread writes to it.
                OutputStream file =
                        Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                return new LineWriter(file, clock, redaction);
            } catch (FileAlreadyExistsException e) {
                candidate = name + "-" + number;
            }
        }
    }

    /** The fields of {@code value}, a record or a map. */
    ObjectNode fields(Object value) {
        return mapper.valueToTree(value);
    }

    ObjectNode line(LineType type) {
        // The numbers are filled in when the line is written; here they take their places at its beginning.
        return mapper.createObjectNode()
                .put("type", type.text())
                .put("seq", 0)
                .put("at", "")
                .put("prev", "");
    }

    void write(ObjectNode line) {
        line.properties().stream()
                .filter(field -> !NEVER_REDACTED.contains(field.getKey()))
                .forEach(this::redact);
        synchronized (this) {
            if (failure != null) {
                return;
            }
            try {
                line.put("seq", seq + 1);
                line.put("at", clock.at(System.nanoTime()).toString());
                line.put("prev", previousHash);
                byte[] bytes = mapper.writeValueAsBytes(line);
                append(bytes);
                seq++;
                previousHash = sha256(bytes);
            } catch (IOException e) {
                failure = e;
            }
        }
    }

    /** Why lines were lost; empty when none was. */
    synchronized Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void append(byte[] line) throws IOException {
        // In one piece, so that a kill leaves whole lines and at most one that is cut.
        byte[] terminated = Arrays.copyOf(line, line.length + 1);
        terminated[line.length] = '\n';
        file.write(terminated);
    }

    private void redact(Map.Entry<String, JsonNode> field) {
        JsonNode value = field.getValue();
        if (value.isTextual()) {
            field.setValue(TextNode.valueOf(redaction.text(value.textValue())));
        } else {
            redact(value);
        }
    }

    private void redact(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(this::redact);
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode item = array.get(i);
                if (item.isTextual()) {
                    array.set(i, array.textNode(redaction.text(item.textValue())));
                } else {
                    redact(item);
                }
            }
        }
    }

    static String sha256(byte[] line) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(line));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The bytes of a line as the chain counts them: without its line end. */
    static String sha256(String line) {
        return sha256(line.getBytes(StandardCharsets.UTF_8));
    }
}
