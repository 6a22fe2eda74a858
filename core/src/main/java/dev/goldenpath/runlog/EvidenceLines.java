package dev.goldenpath.runlog;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.goldenpath.evidence.Evidence;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads the evidence at given places of a run's logs. Not thread-safe. */
final class EvidenceLines implements AutoCloseable {
    private final JsonMapper mapper;
    private final Map<Path, RandomAccessFile> files = new HashMap<>();

    EvidenceLines() {
        this(EvidenceJson.mapper());
    }

    EvidenceLines(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** @throws IOException when the log can't be read, or this version can't read what stands there */
    <E extends Evidence> LoggedEvidence<E> read(EvidencePlace place, Class<E> kind) throws IOException {
        byte[] line = line(place);
        try {
            return new LoggedEvidence<>(
                    place.log(),
                    place.test(),
                    place.attempt(),
                    place.phase(),
                    place.startedAt(),
                    mapper.readValue(line, kind));
        } catch (IOException | RuntimeException e) {
            throw new IOException(place.log() + " holds evidence that this version can't read: " + e.getMessage(), e);
        }
    }

    /** Hands over what stands there, as it stands. */
    void handOver(EvidencePlace place, EvidenceIndex.LineTaker taker) throws IOException {
        taker.take(new String(line(place), StandardCharsets.UTF_8));
    }

    private byte[] line(EvidencePlace place) throws IOException {
        RandomAccessFile file = files.get(place.log());
        if (file == null) {
            file = new RandomAccessFile(place.log().toFile(), "r");
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
