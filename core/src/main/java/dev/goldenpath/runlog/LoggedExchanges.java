package dev.goldenpath.runlog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Phase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP exchanges of a run, from all its logs, in the order in which they began. Holds where each stands, some 50
 * bytes, and reads it when it is asked for. Logs that grow meanwhile are read as far as they went. Immutable.
 *
 * @since 0.1.0
 */
public final class LoggedExchanges {
    private final List<Path> logs;
    private final List<Place> places;
    private final JsonMapper mapper = EvidenceJson.mapper();

    /** Where an exchange stands, and whose it is. */
    private record Place(
            Instant startedAt,
            int log,
            long offset,
            int length,
            @Nullable String test,
            @Nullable Integer attempt) {}

    /** Takes one exchange after the other. */
    @FunctionalInterface
    public interface Taker {

        /** Takes the next. */
        void take(LoggedExchange exchange) throws IOException;
    }

    private LoggedExchanges(List<Path> logs, List<Place> places) {
        this.logs = logs;
        this.places = places;
    }

    /**
     * Finds the exchanges in the logs of {@code run}.
     *
     * @throws IOException when one can't be read
     */
    public static LoggedExchanges of(LoggedRun run) throws IOException {
        List<Path> logs = run.jvms().stream().map(LoggedJvm::log).toList();
        List<Place> places = new ArrayList<>();
        Map<String, String> tests = new HashMap<>();
        JsonMapper mapper = EvidenceJson.mapper();
        for (int i = 0; i < logs.size(); i++) {
            int log = i;
            WholeLines.of(logs.get(i), (line, offset) -> {
                if (LogLines.isEvidence(line)) {
                    Place place = place(mapper, line, log, offset, tests);
                    if (place != null) {
                        places.add(place);
                    }
                }
            });
        }
        places.sort(
                Comparator.comparing(Place::startedAt).thenComparing(Place::log).thenComparing(Place::offset));
        return new LoggedExchanges(logs, List.copyOf(places));
    }

    /**
     * Hands over each exchange.
     *
     * @throws IOException when a log can't be read, holds one that this version can't read, or {@code taker} throws it
     */
    public void forEach(Taker taker) throws IOException {
        each(places, taker);
    }

    /**
     * The exchanges of one attempt of a test.
     *
     * @throws IOException as above
     */
    public List<LoggedExchange> of(String test, int attempt) throws IOException {
        List<LoggedExchange> exchanges = new ArrayList<>();
        each(
                places.stream()
                        .filter(place -> test.equals(place.test) && Objects.equals(attempt, place.attempt))
                        .toList(),
                exchanges::add);
        return exchanges;
    }

    /** When the first exchange of each test began, by test. */
    public Map<String, Instant> begins() {
        Map<String, Instant> begins = new LinkedHashMap<>();
        for (Place place : places) {
            if (place.test != null) {
                begins.putIfAbsent(place.test, place.startedAt);
            }
        }
        return begins;
    }

    private void each(List<Place> some, Taker taker) throws IOException {
        Map<Integer, RandomAccessFile> files = new HashMap<>();
        try {
            for (Place place : some) {
                RandomAccessFile file = files.get(place.log);
                if (file == null) {
                    file = new RandomAccessFile(logs.get(place.log).toFile(), "r");
                    files.put(place.log, file);
                }
                byte[] line = new byte[place.length];
                file.seek(place.offset);
                file.readFully(line);
                taker.take(exchange(place, line));
            }
        } finally {
            for (RandomAccessFile file : files.values()) {
                file.close();
            }
        }
    }

    private LoggedExchange exchange(Place place, byte[] line) throws IOException {
        try {
            JsonNode node = mapper.readTree(line);
            return new LoggedExchange(
                    place.test,
                    place.attempt,
                    Phase.valueOf(node.path("phase").asText()),
                    place.startedAt,
                    mapper.treeToValue(node, HttpExchange.class));
        } catch (IOException | RuntimeException e) {
            throw new IOException(
                    logs.get(place.log) + " holds an exchange this version can't read: " + e.getMessage(), e);
        }
    }

    /** From the fields before the evidence itself; {@code null} for evidence of another kind. */
    private static @Nullable Place place(
            JsonMapper mapper, byte[] line, int log, long offset, Map<String, String> tests) throws IOException {
        String test = null;
        Integer attempt = null;
        try (JsonParser parser = mapper.createParser(line)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("kind") && !parser.getText().equals(HttpExchange.KIND)) {
                    return null;
                } else if (name.equals("test")) {
                    test = tests.computeIfAbsent(parser.getText(), id -> id);
                } else if (name.equals("attempt")) {
                    attempt = parser.getIntValue();
                } else if (name.equals("startedAt")) {
                    return new Place(Instant.parse(parser.getText()), log, offset, line.length, test, attempt);
                }
                parser.skipChildren();
            }
        }
        return null;
    }
}
