package dev.goldenpath.websocket;

import dev.goldenpath.client.JsonText;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.evidence.RecordedEvidence;
import jakarta.websocket.Session;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AssertProvider;

/**
 * An open WebSocket. Every message is recorded, from the first that follows the handshake, and so is the end. A message
 * larger than the service's {@code websocket.largest-message} ends the session with 1009. Thread-safe.
 *
 * <p>Closed together with the {@link ServiceSocket} that opened it; a test need not close it. The newest messages are
 * kept, as many as {@code websocket.keep} says; the {@link #totals()} are exact, and the run log has all.
 *
 * @since 0.1.0
 */
public final class SocketSession implements AutoCloseable, AssertProvider<SocketSessionAssert> {
    private static final int MOST_REASON_BYTES = 123;

    private final Session wire;
    private final SocketCall call;
    private final SessionClock clock;
    private final Instant startedAt;
    private final MessageLog log;
    private final MessageSender sender;
    private final MessageView view;
    private final BinaryView binaries;
    private final MessageReceiver receiver;
    private final PingPong pings = new PingPong();
    private final SentView sent = new SentView();
    private final MessageShapes shapes = new MessageShapes();

    SocketSession(Session wire, SocketCall call, MessageLog log, long startNanos, RecordedEvidence handshake) {
        this.wire = wire;
        this.call = call;
        this.clock = new SessionClock(startNanos, handshake.offset(), System.nanoTime());
        this.startedAt = handshake.startedAt();
        this.log = log;
        this.sender = new MessageSender(wire, call, log, this);
        int keep = call.context().service().socket().keep();
        this.view = new MessageView(keep);
        this.binaries = new BinaryView(keep);
        this.receiver = new MessageReceiver(this, log, view, binaries, pings);
    }

    /**
     * Sends a text message.
     *
     * @throws ServiceCallException when the session has ended, or the message could not be handed to the network in
     *     time, as the service's {@code websocket.send-within} says; the session is lost then
     */
    public void send(String text) {
        sender.text(text);
    }

    /** Sends a binary message; otherwise as {@link #send(String)}. */
    public void send(byte[] content) {
        sender.binary(content.clone());
    }

    /**
     * Sends {@code value} as JSON; otherwise as {@link #send(String)}.
     *
     * @param value a record, a map, a list, or whatever Jackson can write
     * @throws IllegalArgumentException when it cannot be written as JSON
     */
    public void sendJson(Object value) {
        send(JsonText.write(value));
    }

    /**
     * Sends a ping and waits for its pong. Both are recorded, and neither proves anything.
     *
     * @return the time between them
     * @throws ServiceCallException when no pong comes within {@code limit}, or the session has ended
     */
    public Duration ping(Duration limit) {
        return pings.roundTrip(sender, call, limit);
    }

    /**
     * Opens a session like this one: the same path, headers and subprotocols, as the same user with a token that is valid
     * now. This one stays as it is. Tries again after a failure, and after a refusal that may not last; each attempt is
     * recorded.
     *
     * @throws ServiceCallException when none of the attempts has opened a session, or waiting would not help
     * @throws IllegalStateException when the client is closed
     */
    public SocketSession reconnect(Backoff backoff) {
        return Reconnecting.open(call, backoff);
    }

    /** The events among the received messages, from the first one on, those to come included. */
    public EventStream events() {
        return new EventStream(this);
    }

    /** A reader of the text messages, from the first one on. */
    public MessageReader reader() {
        return new MessageReader(this);
    }

    /** The newest text messages received so far, oldest first. */
    public List<ReceivedMessage> messages() {
        return view.kept().stream().map(this::message).toList();
    }

    /** The newest binary messages received so far, oldest first. */
    public List<ReceivedBinary> binaryMessages() {
        return binaries.kept();
    }

    /** What was exchanged so far. */
    public SocketTotals totals() {
        return log.totals();
    }

    /** The subprotocol the service chose; empty when it chose none. */
    public Optional<String> subprotocol() {
        return Optional.ofNullable(wire.getNegotiatedSubprotocol()).filter(name -> !name.isEmpty());
    }

    /** How the session ended; empty while it is open. */
    public Optional<SocketClose> closed() {
        return view.closed();
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

    @Override
    public SocketSessionAssert assertThat() {
        return new SocketSessionAssert(this);
    }

    /** The address and the user, redacted. */
    @Override
    public String toString() {
        return call.description();
    }

    SocketCall call() {
        return call;
    }

    MessageView view() {
        return view;
    }

    SessionClock clock() {
        return clock;
    }

    /** The newest texts it has sent. */
    SentView sent() {
        return sent;
    }

    MessageShapes shapes() {
        return shapes;
    }

    ReceivedMessage message(Arrival arrival) {
        return new ReceivedMessage(
                arrival.number(), arrival.text(), at(arrival.nanos()), clock.sinceConnect(arrival.nanos()));
    }

    /** When it was, on the clock of the handshake. */
    Instant at(long nanos) {
        return startedAt.plus(clock.sinceConnect(nanos));
    }

    MessageReceiver receiver() {
        return receiver;
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
        view.close(how);
        pings.close();
        call.owner().remove(this);
        return true;
    }
}
