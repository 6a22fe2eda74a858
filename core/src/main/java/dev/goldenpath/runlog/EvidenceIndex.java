package dev.goldenpath.runlog;

import dev.goldenpath.evidence.Attachment;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Identity;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.SocketTraffic;
import dev.goldenpath.evidence.Step;
import dev.goldenpath.evidence.WsClose;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the evidence of a run stands in its logs, in the order in which it began: exchanges, WebSocket sessions, and what
 * tests and the library noted beside them. Holds some 50 bytes of each, and reads it when it is asked for. Logs that grow
 * meanwhile are read as far as they went. Immutable.
 *
 * @since 0.1.0
 */
public final class EvidenceIndex {
    private static final Comparator<Entry> BY_BEGIN = Comparator.comparing(Entry::place, EvidencePlace.BY_BEGIN);

    /** Of no evidence at all. */
    public static final EvidenceIndex NONE = new EvidenceIndex(List.of());

    private final List<Entry> entries;
    private final Map<Key, List<Entry>> byTest;

    /**
     * What begins something of its own.
     *
     * @param session absent for all but a handshake
     */
    record Entry(String kind, EvidencePlace place, @Nullable SessionPlaces session) {}

    /** A test that two JVMs ran is two. */
    private record Key(Path log, String test) {}

    /** Takes one after the other; what it does not care for it leaves out. */
    public interface Taker {

        /** Takes the next, an exchange, as the log has it; where it does not, {@link #exchange} does. */
        default void undecoded(LoggedExchange exchange) throws IOException {
            exchange(exchange.whole());
        }

        /** Takes the next, an exchange. */
        default void exchange(LoggedEvidence<HttpExchange> exchange) throws IOException {}

        /** Takes the next, a session, which is good for as long as this call lasts. */
        default void session(LoggedSession session) throws IOException {}

        /** Takes the next, a step. */
        default void step(LoggedEvidence<Step> step) throws IOException {}

        /** Takes the next, an attachment. */
        default void attachment(LoggedEvidence<Attachment> attachment) throws IOException {}

        /** Takes the next, what a service said of the caller. */
        default void identity(LoggedEvidence<Identity> identity) throws IOException {}

        /** Takes the next, what the network witness saw of a test and a peer. */
        default void socket(LoggedEvidence<SocketTraffic> socket) throws IOException {}
    }

    /** Takes the lines of a test, one after the other. */
    @FunctionalInterface
    public interface LineTaker {

        /**
         * Takes the next, as it stands in the log in UTF-8, without its end.
         *
         * @param bytes that hold it, until this call ends
         */
        void take(byte[] bytes, int start, int length) throws IOException;
    }

    EvidenceIndex(List<Entry> entries) {
        this.entries = inOrder(entries);
        this.byTest = new HashMap<>();
        for (Entry entry : this.entries) {
            if (entry.place.test() != null) {
                byTest.computeIfAbsent(new Key(entry.place.log(), entry.place.test()), key -> new ArrayList<>())
                        .add(entry);
            }
        }
    }

    private static List<Entry> inOrder(List<Entry> entries) {
        for (int i = 1; i < entries.size(); i++) {
            if (BY_BEGIN.compare(entries.get(i - 1), entries.get(i)) > 0) {
                return entries.stream().sorted(BY_BEGIN).toList();
            }
        }
        return List.copyOf(entries);
    }

    /** A part, which no test is asked of. */
    private EvidenceIndex(List<Entry> whole, int begin, int end) {
        this.entries = whole.subList(begin, end);
        this.byTest = Map.of();
    }

    /** That of several logs. */
    static EvidenceIndex of(List<EvidenceIndex> all) {
        return all.size() == 1
                ? all.get(0)
                : new EvidenceIndex(
                        all.stream().flatMap(each -> each.entries.stream()).toList());
    }

    /** What began in a test, in its order; of a session its beginning and its end. */
    List<Entry> of(LoggedTest test) {
        return byTest.getOrDefault(new Key(test.log(), test.plan().test()), List.of());
    }

    /**
     * Hands over what the taker may care for.
     *
     * @throws IOException when a log can't be read, holds one that this version can't read, or {@code taker} throws it
     */
    public void forEach(Taker taker) throws IOException {
        try (EvidenceLines lines = new EvidenceLines()) {
            handOver(entries, lines, taker);
        }
    }

    /**
     * The same evidence in parts, one behind the other: a part is one session, or as much other evidence as stands in
     * about {@code bytes} bytes. Parts can be read at the same time.
     */
    public List<EvidenceIndex> parts(long bytes) {
        List<EvidenceIndex> parts = new ArrayList<>();
        int begin = 0;
        long held = 0;
        for (int i = 0; i < entries.size(); i++) {
            boolean session = entries.get(i).session != null;
            if (i > begin && (session || held >= bytes)) {
                parts.add(new EvidenceIndex(entries, begin, i));
                begin = i;
                held = 0;
            }
            held += session ? bytes : entries.get(i).place.length();
        }
        if (begin < entries.size()) {
            parts.add(new EvidenceIndex(entries, begin, entries.size()));
        }
        return parts;
    }

    /** Whether it begins with a session. */
    public boolean isSession() {
        return !entries.isEmpty() && entries.get(0).session != null;
    }

    /**
     * Hands over what began in a test, of all its attempts, likewise.
     *
     * @throws IOException as above
     */
    public void forEach(LoggedTest test, Taker taker) throws IOException {
        try (EvidenceLines lines = new EvidenceLines()) {
            handOver(of(test), lines, taker);
        }
    }

    /**
     * Hands over what the library did for itself, likewise: log-ins, probes, and what else no test asked for.
     *
     * @throws IOException as above
     */
    public void forEachProbe(Taker taker) throws IOException {
        try (EvidenceLines lines = new EvidenceLines()) {
            List<Entry> probes = entries.stream()
                    .filter(entry -> entry.place.phase() == Phase.PROBE)
                    .toList();
            handOver(probes, lines, taker);
        }
    }

    private static void handOver(List<Entry> entries, EvidenceLines lines, Taker taker) throws IOException {
        for (Entry entry : entries) {
            handOver(entry, lines, taker);
        }
    }

    private static void handOver(Entry entry, EvidenceLines lines, Taker taker) throws IOException {
        switch (entry.kind) {
            case HttpExchange.KIND -> taker.undecoded(lines.exchange(entry.place));
            case Step.KIND -> taker.step(lines.read(entry.place, Step.class));
            case Attachment.KIND -> taker.attachment(lines.read(entry.place, Attachment.class));
            case Identity.KIND -> taker.identity(lines.read(entry.place, Identity.class));
            case SocketTraffic.KIND -> taker.socket(lines.read(entry.place, SocketTraffic.class));
            default -> {
                if (entry.session != null) {
                    taker.session(new LoggedSession(lines, entry.place, entry.session));
                }
            }
        }
    }

    /** About how many bytes of the logs the evidence of a test takes, as far as {@link #forEachLine} hands it over. */
    public long bytesOf(LoggedTest test) {
        long bytes = 0;
        for (Entry entry : of(test)) {
            bytes += entry.place.length();
            if (entry.session != null) {
                bytes += entry.session.held().stream()
                        .mapToLong(EvidencePlace::length)
                        .sum();
            }
        }
        return bytes;
    }

    /**
     * Hands over the lines of a test's evidence, of all its attempts: each in the order in which it began, but the messages
     * and the end of a session right behind its handshake; of a long session the first messages and the newest.
     *
     * @throws IOException when a log can't be read, or {@code taker} throws it
     */
    public void forEachLine(LoggedTest test, LineTaker taker) throws IOException {
        try (EvidenceLines lines = new EvidenceLines()) {
            for (Entry entry : of(test)) {
                if (entry.kind.equals(WsClose.KIND)) {
                    // Told with its session.
                    continue;
                }
                lines.handOver(entry.place, taker);
                if (entry.session != null) {
                    for (EvidencePlace message : entry.session.held()) {
                        lines.handOver(message, taker);
                    }
                    if (entry.session.close != null) {
                        lines.handOver(entry.session.close, taker);
                    }
                }
            }
        }
    }

    /** When the first exchange or session of each test began, by test. */
    public Map<String, Instant> begins() {
        Map<String, Instant> begins = new LinkedHashMap<>();
        for (Entry entry : entries) {
            boolean traffic = entry.kind.equals(HttpExchange.KIND) || entry.session != null;
            if (traffic && entry.place.test() != null) {
                begins.putIfAbsent(entry.place.test(), entry.place.startedAt());
            }
        }
        return Collections.unmodifiableMap(begins);
    }
}
