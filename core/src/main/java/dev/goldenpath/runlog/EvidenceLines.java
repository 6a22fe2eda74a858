package dev.goldenpath.runlog;

import com.fasterxml.jackson.databind.ObjectReader;
import dev.goldenpath.evidence.Evidence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads the evidence at given places of a run's logs. Not thread-safe. */
final class EvidenceLines implements AutoCloseable {
    private final Map<Path, LogWindow> logs = new HashMap<>();
    private final Map<Class<?>, ObjectReader> readers = new HashMap<>();

    /** @throws IOException when the log can't be read, or this version can't read what stands there */
    <E extends Evidence> LoggedEvidence<E> read(EvidencePlace place, Class<E> kind) throws IOException {
        return read(
                place,
                line -> logged(
                        place,
                        kind.cast(readers.computeIfAbsent(kind, EvidenceJson.mapper()::readerFor)
                                .readValue(line.bytes(), line.start(), line.length()))));
    }

    /** As above, an exchange: good until the next is read. */
    LoggedExchange exchange(EvidencePlace place) throws IOException {
        return read(place, line -> {
            ExchangeReader.Read read = ExchangeReader.read(line);
            return new LoggedExchange(logged(place, read.bare()), read.test(), read.startedAt(), read.call());
        });
    }

    private interface Reading<T> {
        T of(Slice line) throws IOException;
    }

    private <T> T read(EvidencePlace place, Reading<T> reading) throws IOException {
        Slice line = line(place);
        try {
            return reading.of(line);
        } catch (IOException | RuntimeException e) {
            throw new IOException(place.log() + " holds evidence that this version can't read: " + e.getMessage(), e);
        }
    }

    private static <E extends Evidence> LoggedEvidence<E> logged(EvidencePlace place, E evidence) {
        return new LoggedEvidence<>(
                place.log(), place.test(), place.attempt(), place.phase(), place.startedAt(), evidence, place.line());
    }

    /** Hands over what stands there, as it stands. */
    void handOver(EvidencePlace place, EvidenceIndex.LineTaker taker) throws IOException {
        Slice line = line(place);
        taker.take(line.bytes(), line.start(), line.length());
    }

    private Slice line(EvidencePlace place) throws IOException {
        LogWindow log = logs.get(place.log());
        if (log == null) {
            log = new LogWindow(place.log());
            logs.put(place.log(), log);
        }
        return log.line(place.offset(), place.length());
    }

    @Override
    public void close() throws IOException {
        for (LogWindow log : logs.values()) {
            log.close();
        }
    }
}
