package dev.goldenpath.runlog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsHandshake;
import dev.goldenpath.evidence.WsMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first fields of a line of evidence: those that tell what it is and whose, without the long ones behind them.
 *
 * @param session number of the WebSocket session, 0 for an exchange
 */
record EvidenceHead(String kind, EvidencePlace place, long session) {
    private static final Set<String> KINDS = Set.of(HttpExchange.KIND, WsHandshake.KIND, WsMessage.KIND, WsClose.KIND);

    /** Reads the heads of the lines of all logs of a run. Not thread-safe. */
    static final class Reader {
        private final JsonMapper mapper = EvidenceJson.mapper();
        /** One text for all lines of a test. */
        private final Map<String, String> tests = new HashMap<>();

        /** Empty for a line that is no evidence of traffic. */
        Optional<EvidenceHead> read(byte[] line, int log, long offset) throws IOException {
            return LogLines.isEvidence(line) ? traffic(line, log, offset) : Optional.empty();
        }

        private Optional<EvidenceHead> traffic(byte[] line, int log, long offset) throws IOException {
            @Nullable String kind = null;
            @Nullable String test = null;
            @Nullable Integer attempt = null;
            long started = 0;
            try (JsonParser parser = mapper.createParser(line)) {
                parser.nextToken();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    switch (name) {
                        case "kind" -> kind = parser.getText();
                        case "test" -> test = tests.computeIfAbsent(parser.getText(), id -> id);
                        case "attempt" -> attempt = parser.getIntValue();
                        case "startedAt" -> started = EvidencePlace.micros(Instant.parse(parser.getText()));
                        default -> parser.skipChildren();
                    }
                    if (kind != null && !KINDS.contains(kind)) {
                        return Optional.empty();
                    }
                    boolean exchange = HttpExchange.KIND.equals(kind);
                    if (kind != null && name.equals(exchange ? "startedAt" : "session")) {
                        long session = exchange ? 0 : parser.getLongValue();
                        EvidencePlace place = new EvidencePlace(started, log, offset, line.length, test, attempt);
                        return Optional.of(new EvidenceHead(kind, place, session));
                    }
                }
            }
            return Optional.empty();
        }
    }
}
