package dev.goldenpath.runlog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsHandshake;
import dev.goldenpath.evidence.WsMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
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

    /** Reads the heads of the lines of one log. Not thread-safe. */
    static final class Reader {
        private final Path log;
        private final JsonMapper mapper = EvidenceJson.mapper();
        /** One text for all lines of a test. */
        private final Map<String, String> tests = new HashMap<>();

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
            try (JsonParser parser = mapper.createParser(line.bytes(), line.start(), line.length())) {
                parser.nextToken();
                String last = "startedAt";
                String name = "";
                while (!name.equals(last) && parser.nextToken() == JsonToken.FIELD_NAME) {
                    name = parser.currentName();
                    parser.nextToken();
                    switch (name) {
                        case "seq" -> seq = parser.getIntValue();
                        case "prev" -> prev = parser.getText();
                        case "kind" -> {
                            kind = parser.getText();
                            last = OF_SESSIONS.contains(kind) ? "session" : last;
                        }
                        case "phase" -> phase = Phase.valueOf(parser.getText());
                        case "test" -> test = tests.computeIfAbsent(parser.getText(), id -> id);
                        case "attempt" -> attempt = parser.getIntValue();
                        case "startedAt" -> started = EvidencePlace.micros(Instant.parse(parser.getText()));
                        case "session" -> session = parser.getLongValue();
                        default -> parser.skipChildren();
                    }
                }
            }
            EvidencePlace place = new EvidencePlace(started, log, offset, line.length(), phase, test, attempt, seq);
            return new EvidenceHead(seq, prev, kind, place, session);
        }
    }
}
