package dev.goldenpath.runlog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Appends lines to one file, each redacted, numbered and chained to the one before, and handed to the operating system
 * before the call returns. Thread-safe.
 */
final class LineWriter implements AutoCloseable {
    private final FileChannel file;
    private final RunClock clock;
    private final Redaction redaction;
    private final JsonMapper mapper = LogJson.mapper();
    private long seq;
    private String previousHash = "";
    private @Nullable IOException failure;

    private LineWriter(FileChannel file, RunClock clock, Redaction redaction) {
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
                FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
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
        redact(line);
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
        ByteBuffer buffer =
                ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
    }

    private void redact(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (field.getValue().isTextual()) {
                    field.setValue(
                            object.textNode(redaction.text(field.getValue().textValue())));
                } else {
                    redact(field.getValue());
                }
            }
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
