package dev.goldenpath.websocket;

import dev.goldenpath.client.JsonText;
import dev.goldenpath.client.RedactedCause;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.RecordedEvidence;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An open WebSocket. Every message is recorded, from the first that follows the handshake, and so is the end. A message
 * larger than 1 MiB ends the session with 1009. Thread-safe.
 *
 * <p>Closed together with the {@link ServiceSocket} that opened it; a test need not close it.
 *
 * @since 0.1.0
 */
public final class SocketSession implements AutoCloseable {
    static final int MOST_MESSAGE_BYTES = 1024 * 1024;
    private static final int MOST_REASON_BYTES = 123;
    private static final Duration SEND_LIMIT = Duration.ofSeconds(10);

    private final Session wire;
    private final SocketCall call;
    private final SessionLog log;
    private final RecordedEvidence handshake;
    private final Inbox inbox = new Inbox();
    /** One message at a time: Tyrus would queue without limit what a slow service does not read. */
    private final Object sending = new Object();

    SocketSession(Session wire, SocketCall call, SessionLog log, RecordedEvidence handshake) {
        this.wire = wire;
        this.call = call;
        this.log = log;
        this.handshake = handshake;
    }

    /**
     * Sends a text message.
     *
     * @throws ServiceCallException when the session has ended, or the message could not be handed to the network within
     *     10 s; the session is lost then
     */
    public void send(String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        synchronized (sending) {
            long nanos = System.nanoTime();
            transmit(text);
            log.sent(content, MessageReader.type(MessageReader.json(text), call.eventType()), nanos);
        }
    }

    /**
     * Sends {@code value} as JSON; otherwise as {@link #send}.
     *
     * @param value a record, a map, a list, or whatever Jackson can write
     * @throws IllegalArgumentException when it cannot be written as JSON
     */
    public void sendJson(Object value) {
        send(JsonText.write(value));
    }

    /** The events among the received messages, from the first one on, those to come included. */
    public EventStream events() {
        return new EventStream(call, inbox, List.of());
    }

    /** The text messages received so far, oldest first. */
    public List<ReceivedMessage> messages() {
        return inbox.messages();
    }

    /** The subprotocol the service chose; empty when it chose none. */
    public Optional<String> subprotocol() {
        return Optional.ofNullable(wire.getNegotiatedSubprotocol()).filter(name -> !name.isEmpty());
    }

    /** How the session ended; empty while it is open. */
    public Optional<SocketClose> closed() {
        return inbox.closed();
    }

    /** Ends the session with code 1000; does nothing when it has ended. */
    @Override
    public void close() {
        end(new SocketClose(SocketClose.NORMAL, "", true));
    }

    /**
     * Ends the session; does nothing when it has ended.
     *
     * @param code 1000, or 3000 to 4999
     * @param reason at most 123 bytes of UTF-8
     * @throws IllegalArgumentException when a client may not send this code, or the reason is too long
     */
    public void close(int code, String reason) {
        if (code != SocketClose.NORMAL && (code < 3000 || code > 4999)) {
            throw new IllegalArgumentException(
                    "A client may close with code 1000 or 3000 to 4999, but not with " + code + ".");
        }
        if (reason.getBytes(StandardCharsets.UTF_8).length > MOST_REASON_BYTES) {
            throw new IllegalArgumentException(
                    "The reason of a close frame has at most " + MOST_REASON_BYTES + " bytes of UTF-8.");
        }
        end(new SocketClose(code, reason, true));
    }

    /** The address and the user, redacted. */
    @Override
    public String toString() {
        return call.description();
    }

    void received(String text) {
        long nanos = System.nanoTime();
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        JsonText json = content.length > MOST_MESSAGE_BYTES ? null : MessageReader.json(text);
        String type = MessageReader.type(json, call.eventType());
        log.received(content, type, nanos).ifPresent(recorded -> {
            if (content.length > MOST_MESSAGE_BYTES) {
                endTooBig(content.length);
            } else {
                Duration sinceConnect = Duration.ofNanos(nanos - log.startNanos());
                ReceivedMessage message =
                        new ReceivedMessage(text, handshake.startedAt().plus(sinceConnect), sinceConnect);
                inbox.add(new Arrival(message, json, type, nanos, recorded));
            }
        });
    }

    void receivedBinary(ByteBuffer buffer) {
        long nanos = System.nanoTime();
        byte[] content = new byte[buffer.remaining()];
        buffer.get(content);
        log.receivedBinary(content, nanos);
        if (content.length > MOST_MESSAGE_BYTES) {
            endTooBig(content.length);
        }
    }

    /** Ends it from this side. */
    void end(SocketClose how) {
        if (ended(how)) {
            WireClose.send(wire, how.code(), how.reason());
        }
    }

    /** False when it had ended before. */
    boolean ended(SocketClose how) {
        if (!log.closed(how)) {
            return false;
        }
        inbox.close(how);
        call.owner().remove(this);
        return true;
    }

    private void endTooBig(int bytes) {
        end(new SocketClose(
                SocketClose.TOO_BIG, "a message of " + bytes + " bytes is over " + MOST_MESSAGE_BYTES, true));
    }

    private void transmit(String text) {
        try {
            wire.getAsyncRemote().sendText(text).get(SEND_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            end(new SocketClose(SocketClose.LOST, "a message was not sent in time", true));
            throw notSent("not sent within " + Periods.inWords(SEND_LIMIT), e);
        } catch (ExecutionException | IllegalStateException e) {
            throw notSent(inbox.closed().map(SocketClose::inWords).orElse("connection broken"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notSent("interrupted", e);
        }
    }

    private ServiceCallException notSent(String why, Exception cause) {
        Throwable origin = cause instanceof ExecutionException && cause.getCause() != null ? cause.getCause() : cause;
        return new ServiceCallException(
                call.description() + ": the message could not be sent, because " + call.redacted(why) + ".",
                List.of(
                        Fact.of("service", call.context().service().name()),
                        Fact.of("url from", call.context().service().origin()),
                        Fact.of("cause", call.redacted(origin.toString()))),
                RedactedCause.of(cause, call.context().redaction()));
    }
}
