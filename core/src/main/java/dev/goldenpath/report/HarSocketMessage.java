package dev.goldenpath.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.WsMessage;
import dev.goldenpath.evidence.WsMessage.Direction;
import dev.goldenpath.runlog.LoggedEvidence;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** A WebSocket message as Chromium writes and reads it: text as it is, all else in Base64. */
final class HarSocketMessage {
    private static final int TEXT = 1;

    private final JsonGenerator json;

    HarSocketMessage(JsonGenerator json) {
        this.json = json;
    }

    void write(LoggedEvidence<WsMessage> logged) throws IOException {
        WsMessage message = logged.evidence();
        int opcode = opcode(message.opcode());
        json.writeStartObject();
        json.writeStringField("type", message.direction() == Direction.SENT ? "send" : "receive");
        json.writeFieldName("time");
        json.writeNumber(epochSeconds(logged.startedAt()));
        json.writeNumberField("opcode", opcode);
        Body body = message.body();
        String text = body.text() == null ? "" : body.text();
        json.writeStringField(
                "data",
                opcode == TEXT ? text : Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        if (body.truncated()) {
            json.writeStringField("comment", "only the first part of " + body.bytes() + " bytes was recorded");
        } else if (body.text() == null && body.bytes() > 0) {
            json.writeStringField("comment", body.bytes() + " bytes, no text, so they were not recorded");
        }
        json.writeEndObject();
    }

    static BigDecimal epochSeconds(Instant instant) {
        return BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano() / 1_000, 6));
    }

    private static int opcode(String word) throws IOException {
        return switch (word) {
            case "text" -> TEXT;
            case "binary" -> 2;
            case "ping" -> 9;
            case "pong" -> 10;
            default -> throw new IOException("A message has the opcode '" + word + "', which this version can't read.");
        };
    }
}
