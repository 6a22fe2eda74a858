package dev.goldenpath.runlog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.goldenpath.evidence.Evidence;
import dev.goldenpath.evidence.Phase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the evidence at given places of a run's logs. Not thread-safe. */
final class EvidenceLines implements AutoCloseable {
    private final List<Path> logs;
    private final JsonMapper mapper = EvidenceJson.mapper();
    private final Map<Integer, RandomAccessFile> files = new HashMap<>();

    EvidenceLines(List<Path> logs) {
        this.logs = logs;
    }

    Path log(EvidencePlace place) {
        return logs.get(place.log());
    }

    /** @throws IOException when the log can't be read, or this version can't read what stands there */
    <E extends Evidence> LoggedEvidence<E> read(EvidencePlace place, Class<E> kind) throws IOException {
        byte[] line = line(place);
        try {
            JsonNode node = mapper.readTree(line);
            return new LoggedEvidence<>(
                    place.test(),
                    place.attempt(),
                    Phase.valueOf(node.path("phase").asText()),
                    place.startedAt(),
                    mapper.treeToValue(node, kind));
        } catch (IOException | RuntimeException e) {
            throw new IOException(log(place) + " holds evidence that this version can't read: " + e.getMessage(), e);
        }
    }

    /** Hands over what stands there, as it stands. */
    void handOver(EvidencePlace place, EvidenceIndex.LineTaker taker) throws IOException {
        if (mapper.readTree(line(place)) instanceof ObjectNode line) {
            taker.take(line, log(place).getFileName().toString());
        }
    }

    private byte[] line(EvidencePlace place) throws IOException {
        RandomAccessFile file = files.get(place.log());
        if (file == null) {
            file = new RandomAccessFile(log(place).toFile(), "r");
            files.put(place.log(), file);
        }
        byte[] line = new byte[place.length()];
        file.seek(place.offset());
        file.readFully(line);
        return line;
    }

    @Override
    public void close() throws IOException {
        for (RandomAccessFile file : files.values()) {
            file.close();
        }
    }
}
