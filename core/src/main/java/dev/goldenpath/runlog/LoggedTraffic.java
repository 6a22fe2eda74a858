package dev.goldenpath.runlog;

import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.WsHandshake;
import java.io.IOException;
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
 * The HTTP exchanges and the WebSocket sessions of a run, from all its logs, in the order in which they began. Holds
 * where each line stands, some 50 bytes, and reads it when it is asked for. Logs that grow meanwhile are read as far as
 * they went. Immutable.
 *
 * @since 0.1.0
 */
public final class LoggedTraffic {
    private static final Comparator<Entry> BY_BEGIN = Comparator.comparing(Entry::place, EvidencePlace.BY_BEGIN);

    private final List<Path> logs;
    private final List<Entry> entries;

    /**
     * What begins something of its own.
     *
     * @param session absent for an exchange
     */
    private record Entry(EvidencePlace place, @Nullable SessionPlaces session) {}

    /** A session of one log: another JVM, with a log of its own, has one of the same number. */
    private record SessionKey(int log, long session) {}

    /** Takes one after the other. */
    public interface Taker {

        /** Takes the next, an exchange. */
        void exchange(LoggedEvidence<HttpExchange> exchange) throws IOException;

        /** Takes the next, a session, which is good for as long as this call lasts. */
        void session(LoggedSession session) throws IOException;
    }

    private LoggedTraffic(List<Path> logs, List<Entry> entries) {
        this.logs = logs;
        this.entries = entries;
    }

    /**
     * Finds the traffic in the logs of {@code run}.
     *
     * @throws IOException when one can't be read
     */
    public static LoggedTraffic of(LoggedRun run) throws IOException {
        List<Path> logs = run.jvms().stream().map(LoggedJvm::log).toList();
        List<Entry> entries = new ArrayList<>();
        Map<SessionKey, SessionPlaces> sessions = new HashMap<>();
        EvidenceHead.Reader heads = new EvidenceHead.Reader();
        for (int i = 0; i < logs.size(); i++) {
            int log = i;
            WholeLines.of(
                    logs.get(i),
                    (line, offset) -> heads.read(line, log, offset).ifPresent(head -> add(head, entries, sessions)));
        }
        entries.sort(BY_BEGIN);
        return new LoggedTraffic(logs, List.copyOf(entries));
    }

    private static void add(EvidenceHead head, List<Entry> entries, Map<SessionKey, SessionPlaces> sessions) {
        if (head.kind().equals(HttpExchange.KIND)) {
            entries.add(new Entry(head.place(), null));
            return;
        }
        // Another thread may have recorded a message before the handshake.
        SessionPlaces session = sessions.computeIfAbsent(
                new SessionKey(head.place().log(), head.session()), key -> new SessionPlaces());
        if (head.kind().equals(WsHandshake.KIND)) {
            entries.add(new Entry(head.place(), session));
        } else {
            session.add(head);
        }
    }

    /**
     * Hands over each exchange and each session.
     *
     * @throws IOException when a log can't be read, holds one that this version can't read, or {@code taker} throws it
     */
    public void forEach(Taker taker) throws IOException {
        try (EvidenceLines lines = new EvidenceLines(logs)) {
            for (Entry entry : entries) {
                if (entry.session == null) {
                    taker.exchange(lines.read(entry.place, HttpExchange.class));
                } else {
                    taker.session(new LoggedSession(lines, entry.place, entry.session));
                }
            }
        }
    }

    /**
     * The exchanges of one attempt of a test.
     *
     * @throws IOException as above
     */
    public List<LoggedEvidence<HttpExchange>> exchangesOf(String test, int attempt) throws IOException {
        List<LoggedEvidence<HttpExchange>> exchanges = new ArrayList<>();
        try (EvidenceLines lines = new EvidenceLines(logs)) {
            for (Entry entry : entries) {
                EvidencePlace place = entry.place;
                if (entry.session == null && test.equals(place.test()) && Objects.equals(attempt, place.attempt())) {
                    exchanges.add(lines.read(place, HttpExchange.class));
                }
            }
        }
        return exchanges;
    }

    /** When the first exchange or session of each test began, by test. */
    public Map<String, Instant> begins() {
        Map<String, Instant> begins = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.place.test() != null) {
                begins.putIfAbsent(entry.place.test(), entry.place.startedAt());
            }
        }
        return begins;
    }
}
