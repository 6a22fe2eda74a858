package dev.goldenpath.runlog;

import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsHandshake;
import dev.goldenpath.evidence.WsMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first fields of a line of evidence: those that tell what it is and whose, without the long ones behind them.
 *
 * @param seq the line's number
 * @param prev digest of the line before
 * @param session number of the WebSocket session, 0 for what is of none
 */
record EvidenceHead(int seq, String prev, String kind, EvidencePlace place, long session) {
    private static final Set<String> OF_SESSIONS = Set.of(WsHandshake.KIND, WsMessage.KIND, WsClose.KIND);

    boolean isOfSession() {
        return OF_SESSIONS.contains(kind);
    }

    /** Reads the heads of lines that all are in one array. Not thread-safe. */
    static final class Reader {
        private final Path log;
        /** One text for all lines of a test. */
        private final Map<String, String> tests = new HashMap<>();
        /** That of the line before, which mostly is that of the next. */
        private @Nullable Last last;

        Reader(Path log) {
            this.log = log;
        }

        EvidenceHead read(Slice line, long offset) throws IOException {
            int seq = 0;
            String prev = "";
            String kind = "";
            Phase phase = Phase.PROBE;
            @Nullable String test = null;
            @Nullable Integer attempt = null;
            long started = 0;
            long session = 0;
            LineCursor cursor = new LineCursor(line);
            cursor.enter();
            String end = "startedAt";
            String name = "";
            while (!name.equals(end) && cursor.hasNext()) {
                name = cursor.name();
                switch (name) {
                    case "seq" -> seq = Math.toIntExact(cursor.number());
                    case "prev" -> prev = cursor.text().toString();
                    case "kind" -> {
                        kind = cursor.word();
                        end = OF_SESSIONS.contains(kind) ? "session" : end;
                    }
                    case "phase" -> phase = Phase.valueOf(cursor.word());
                    case "test" -> test = test(cursor.text());
                    case "attempt" -> attempt = Math.toIntExact(cursor.number());
                    case "startedAt" -> started = IsoInstant.micros(cursor.text());
                    case "session" -> session = cursor.number();
                    default -> cursor.skip();
                }
            }
            EvidencePlace place = new EvidencePlace(started, log, offset, line.length(), phase, test, attempt, seq);
            return new EvidenceHead(seq, prev, kind, place, session);
        }

        private String test(RawText id) {
            if (last == null || !last.text().equals(id)) {
                last = new Last(id, tests.computeIfAbsent(id.toString(), test -> test));
            }
            return last.test();
        }

        private record Last(RawText text, String test) {}
    }
}
