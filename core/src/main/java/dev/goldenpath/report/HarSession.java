package dev.goldenpath.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsHandshake;
import dev.goldenpath.runlog.LoggedEvidence;
import dev.goldenpath.runlog.LoggedSession;
import dev.goldenpath.runlog.RawText;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One WebSocket session, or a refused attempt to open one, as an entry of an HTTP Archive. */
final class HarSession {
    private static final int ACCEPTED = 101;

    private final JsonGenerator json;
    private final HarFields fields;
    private final HarSocketMessage message;

    HarSession(JsonGenerator json, HarFields fields) {
        this.json = json;
        this.fields = fields;
        this.message = new HarSocketMessage(json);
    }

    void write(LoggedSession session) throws IOException {
        LoggedEvidence<WsHandshake> logged = session.handshake();
        WsHandshake handshake = logged.evidence();
        json.writeStartObject();
        RawText test = logged.test() == null ? null : RawText.of(logged.test());
        fields.begin(logged, test, RawText.of(logged.startedAt().toString()));
        HarTimings timings = new HarTimings(json, fields, handshake.phases());
        timings.writeTime();
        fields.call(HarCall.of(handshake));
        timings.write();
        fields.server(handshake.remoteAddress());
        fields.tls(handshake.tls());
        fields.put("comment", comment(session));
        // Only then do Chromium's DevTools show the messages.
        fields.put("_resourceType", "websocket");
        fields.put("_service", handshake.service());
        fields.put("_user", handshake.user());
        fields.place(logged, test);
        json.writeNumberField("_session", handshake.session());
        fields.put("_log", session.log().getFileName().toString());
        fields.put("_subprotocol", handshake.subprotocol());
        failure(handshake);
        if (Objects.equals(handshake.status(), ACCEPTED)) {
            messages(session);
        }
        close(session.close());
        json.writeEndObject();
    }

    private void messages(LoggedSession session) throws IOException {
        json.writeArrayFieldStart("_webSocketMessages");
        session.forEachMessage(message::write);
        json.writeEndArray();
        if (session.omitted() > 0) {
            json.writeNumberField("_omitted", session.omitted());
        }
    }

    private void close(Optional<LoggedEvidence<WsClose>> end) throws IOException {
        if (end.isPresent()) {
            WsClose close = end.get().evidence();
            json.writeObjectFieldStart("_close");
            json.writeNumberField("code", close.code());
            json.writeStringField("reason", close.reason());
            json.writeBooleanField("byTest", close.byTest());
            json.writeFieldName("time");
            json.writeNumber(HarSocketMessage.epochSeconds(end.get().startedAt()));
            json.writeEndObject();
        }
    }

    private void failure(WsHandshake handshake) throws IOException {
        if (handshake.failure() != null) {
            fields.failure(handshake.failureKind(), handshake.failurePhase(), handshake.failure());
        }
    }

    private static @Nullable String comment(LoggedSession session) {
        if (session.omitted() > 0) {
            return String.format(
                    Locale.ROOT,
                    "only the first %,d and the newest %,d of %,d messages: the run log has all",
                    LoggedSession.FIRST,
                    LoggedSession.NEWEST,
                    session.messages());
        }
        return session.handshake().evidence().failure();
    }
}
