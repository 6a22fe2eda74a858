package dev.goldenpath.runlog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.goldenpath.evidence.Attachment;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Identity;
import dev.goldenpath.evidence.Measurement;
import dev.goldenpath.evidence.SocketTraffic;
import dev.goldenpath.evidence.Step;
import dev.goldenpath.evidence.TokenIssued;
import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsHandshake;
import dev.goldenpath.evidence.WsMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The first fields of a line of evidence: those that tell what it is and whose, without the long ones behind them.
 *
 * @param session number of the WebSocket session, 0 for what is of none
 */
record EvidenceHead(String kind, EvidencePlace place, long session) {
    /** What calls and sessions leave. */
    static final Set<String> TRAFFIC = Set.of(HttpExchange.KIND, WsHandshake.KIND, WsMessage.KIND, WsClose.KIND);
    /** All that an index knows. */
    static final Set<String> ALL = Stream.concat(
                    TRAFFIC.stream(),
                    Stream.of(
                            Attachment.KIND,
                            Identity.KIND,
                            Step.KIND,
                            Measurement.KIND,
                            TokenIssued.KIND,
                            SocketTraffic.KIND,
                            Finding.KIND))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> OF_SESSIONS = Set.of(WsHandshake.KIND, WsMessage.KIND, WsClose.KIND);

    boolean isOfSession() {
        return OF_SESSIONS.contains(kind);
    }

    /** Reads the heads of the lines of all logs of a run. Not thread-safe. */
    static final class Reader {
        private final JsonMapper mapper = EvidenceJson.mapper();
        private final Set<String> kinds;
        /** One text for all lines of a test. */
        private final Map<String, String> tests = new HashMap<>();

        /** Reads those of {@code kinds}. */
        Reader(Set<String> kinds) {
            this.kinds = kinds;
        }

        /** Empty for a line of another kind. */
        Optional<EvidenceHead> read(byte[] line, int log, long offset) throws IOException {
            return LogLines.isEvidence(line) ? wanted(line, log, offset) : Optional.empty();
        }

        private Optional<EvidenceHead> wanted(byte[] line, int log, long offset) throws IOException {
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
                    if (kind != null && !kinds.contains(kind)) {
                        return Optional.empty();
                    }
                    boolean ofSession = kind != null && OF_SESSIONS.contains(kind);
                    if (kind != null && name.equals(ofSession ? "session" : "startedAt")) {
                        long session = ofSession ? parser.getLongValue() : 0;
                        EvidencePlace place = new EvidencePlace(started, log, offset, line.length, test, attempt);
                        return Optional.of(new EvidenceHead(kind, place, session));
                    }
                }
            }
            return Optional.empty();
        }
    }
}
