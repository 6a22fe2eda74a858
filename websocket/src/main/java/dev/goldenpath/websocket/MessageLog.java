package dev.goldenpath.websocket;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.evidence.Answer;
import dev.goldenpath.evidence.Body;
import dev.goldenpath.evidence.MessageBytes;
import dev.goldenpath.evidence.Observed;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsMessage;
import dev.goldenpath.evidence.WsMessage.Direction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns the messages of one session and its end into evidence, and counts them. What takes time (digest, redaction,
 * markers) is done when the evidence is written, behind the back of the test. Thread-safe.
 */
final class MessageLog {
    private final SocketCall call;
    private final Recording recording;
    private final long session;
    private final Answer answer;
    private final EventFields fields;
    private long sentNumber;
    private long receivedNumber;
    private long sent;
    private long sentBytes;
    private long received;
    private long receivedBytes;
    private long heartbeats;
    private boolean closed;

    MessageLog(SocketCall call, Recording recording, long session, @Nullable String peer) {
        this.call = call;
        this.recording = recording;
        this.session = session;
        this.answer = new Answer(call.context().service().name(), call.context().userName(), peer);
        this.fields = new EventFields(call.events());
    }

    /** How the messages are read. */
    EventFields fields() {
        return fields;
    }

    synchronized void sent(String text, int bytes, long nanos) {
        sent++;
        sentBytes += bytes;
        long number = ++sentNumber;
        record(Direction.SENT, bytes, false, text.length(), nanos, () -> sentText(number, text));
    }

    synchronized void sentBinary(byte[] content, long nanos) {
        sent++;
        sentBytes += content.length;
        other(Direction.SENT, ++sentNumber, "binary", false, content, nanos);
    }

    /** Empty, and nothing is recorded, when the session has ended. */
    synchronized Optional<Arrival> received(
            String text, int bytes, @Nullable String type, boolean heartbeat, long nanos) {
        if (closed) {
            return Optional.empty();
        }
        received++;
        receivedBytes += bytes;
        heartbeats += heartbeat ? 1 : 0;
        long number = ++receivedNumber;
        RecordedEvidence recorded = record(
                Direction.RECEIVED,
                bytes,
                !heartbeat,
                text.length(),
                nanos,
                () -> receivedText(number, type, heartbeat, text));
        return Optional.of(new Arrival(number, text, type, heartbeat, nanos, recorded));
    }

    /** The message's number; empty, and nothing is recorded, when the session has ended. */
    synchronized OptionalLong receivedBinary(byte[] content, long nanos) {
        if (closed) {
            return OptionalLong.empty();
        }
        received++;
        receivedBytes += content.length;
        other(Direction.RECEIVED, ++receivedNumber, "binary", false, content, nanos);
        return OptionalLong.of(receivedNumber);
    }

    synchronized void pinged(byte[] payload, long nanos) {
        other(Direction.SENT, ++sentNumber, "ping", true, payload, nanos);
    }

    synchronized void ponged(byte[] payload, long nanos) {
        if (!closed) {
            other(Direction.RECEIVED, ++receivedNumber, "pong", true, payload, nanos);
        }
    }

    /** False, and nothing is recorded, when the session had ended before. */
    synchronized boolean closed(SocketClose how) {
        if (closed) {
            return false;
        }
        closed = true;
        ClientContext context = call.context();
        recording.record(
                new WsClose(
                        context.service().name(),
                        context.userName(),
                        session,
                        how.code(),
                        call.redacted(how.reason()),
                        how.byTest()),
                System.nanoTime());
        return true;
    }

    synchronized SocketTotals totals() {
        return new SocketTotals(sent, sentBytes, received, receivedBytes, heartbeats);
    }

    private void other(Direction direction, long number, String opcode, boolean heartbeat, byte[] content, long nanos) {
        record(
                direction,
                content.length,
                direction == Direction.RECEIVED && !heartbeat,
                0,
                nanos,
                () -> message(
                        direction,
                        number,
                        opcode,
                        null,
                        heartbeat,
                        Body.of(null, content, call.context().redaction()),
                        direction == Direction.RECEIVED ? ofOthers(content) : List.of()));
    }

    private List<String> ofOthers(byte[] content) {
        ClientContext context = call.context();
        return context.markers().ofUserIn(() -> content, context.redaction());
    }

    private RecordedEvidence record(
            Direction direction, long bytes, boolean answers, int weight, long nanos, Supplier<WsMessage> telling) {
        boolean out = direction == Direction.SENT;
        MessageBytes exchanged = new MessageBytes(out ? bytes : 0, out ? 0 : bytes);
        Phase phase = recording.phase();
        boolean proves = answers && call.context().purpose() == null;
        return recording.record(
                Observed.messageLater(
                        answer.service(),
                        out ? answer.user() : null,
                        exchanged,
                        proves ? answer : null,
                        weight,
                        telling),
                phase,
                nanos);
    }

    private WsMessage sentText(long number, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return text(Direction.SENT, number, fields.type(text), false, text, content, List.of());
    }

    private WsMessage receivedText(long number, @Nullable String type, boolean heartbeat, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        ClientContext context = call.context();
        List<String> markers = context.markers().in(content, content.length, null, context.redaction());
        return text(Direction.RECEIVED, number, type, heartbeat, text, content, markers);
    }

    private WsMessage text(
            Direction direction,
            long number,
            @Nullable String type,
            boolean heartbeat,
            String text,
            byte[] content,
            List<String> markers) {
        // WebSocket messages declare no media type, so none is recorded.
        Body body = Body.ofText(text, content, call.context().redaction());
        return message(direction, number, "text", type == null ? null : call.redacted(type), heartbeat, body, markers);
    }

    private WsMessage message(
            Direction direction,
            long number,
            String opcode,
            @Nullable String type,
            boolean heartbeat,
            Body body,
            List<String> markers) {
        return new WsMessage(
                answer.service(), answer.user(), session, direction, number, opcode, type, heartbeat, body, markers);
    }
}
