package dev.goldenpath.runlog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The line a log begins with: it tells a JVM and the moment, so that no other log has the same. */
final class FirstLine {
    private static final int LONGEST = 1024 * 1024;

    private FirstLine() {}

    /** Without its end; empty where a kill came before it was whole. */
    static Optional<String> of(Path log) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(log))) {
            for (int next = in.read(); next >= 0 && line.size() < LONGEST; next = in.read()) {
                if (next == '\n') {
                    return Optional.of(line.toString(StandardCharsets.UTF_8));
                }
                line.write(next);
            }
        }
        return Optional.empty();
    }

    /** What it says of the run; empty where it does not say it. */
    static Optional<RunStart> start(Path log) throws IOException {
        Optional<String> line = of(log);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode node = LogJson.mapper().readTree(line.get());
            return node != null && node.path("type").asText().equals(LineType.RUN_STARTED.text())
                    ? Optional.of(RunStart.of(node))
                    : Optional.empty();
        } catch (JsonProcessingException | RuntimeException e) {
            // Whoever reads all of it tells what is wrong with it.
            return Optional.empty();
        }
    }
}
