package dev.goldenpath.runlog;

import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsHandshake;
import dev.goldenpath.evidence.WsMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One WebSocket session, or the refused attempt to open one, as a log holds it. Its messages and its end are read when
 * they are asked for, which is possible only while it is being {@linkplain EvidenceIndex.Taker#session handed over}. Not
 * thread-safe.
 *
 * @since 0.1.0
 */
public final class LoggedSession {
    /**
     * How many of its first messages a session hands over, and how many of its newest after them. Viewers limit it: the
     * time in which Chromium lists messages grows faster than their number; 4,000 take some seconds, and 10,000 a minute.
     */
    public static final int FIRST = 2_000;
    /** How many of its newest messages a session hands over, besides the first. */
    public static final int NEWEST = 2_000;

    private final EvidenceLines lines;
    private final EvidencePlace place;
    private final SessionPlaces places;
    private final LoggedEvidence<WsHandshake> handshake;

    LoggedSession(EvidenceLines lines, EvidencePlace place, SessionPlaces places) throws IOException {
        this.lines = lines;
        this.place = place;
        this.places = places;
        this.handshake = lines.read(place, WsHandshake.class);
    }

    /** Takes one message after the other. */
    @FunctionalInterface
    public interface MessageTaker {

        /** Takes the next. */
        void take(LoggedEvidence<WsMessage> message) throws IOException;
    }

    /** How it was opened, or refused. */
    public LoggedEvidence<WsHandshake> handshake() {
        return handshake;
    }

    /** The log that holds it: sessions are numbered in each on its own. */
    public Path log() {
        return place.log();
    }

    /** How many messages the log holds of it. */
    public long messages() {
        return places.messages();
    }

    /** How many of its messages are not handed over. */
    public long omitted() {
        return Math.max(0, messages() - FIRST - NEWEST);
    }

    /**
     * Hands over its messages in the order in which they began; where there are too many, the first and the newest.
     *
     * @throws IOException when the log can't be read, holds one that this version can't read, or {@code taker} throws it
     */
    public void forEachMessage(MessageTaker taker) throws IOException {
        List<EvidencePlace> held = places.held();
        for (EvidencePlace message : held) {
            taker.take(lines.read(message, WsMessage.class));
        }
    }

    /**
     * How it ended; empty where the log has no end of it, as after a kill.
     *
     * @throws IOException as above
     */
    public Optional<LoggedEvidence<WsClose>> close() throws IOException {
        EvidencePlace close = places.close;
        return close == null ? Optional.empty() : Optional.of(lines.read(close, WsClose.class));
    }
}
