package dev.goldenpath.websocket;

import dev.goldenpath.client.RedactedCause;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.SocketSettings;
import dev.goldenpath.evidence.Fact;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Sends the messages of one session one at a time and within a limit: Tyrus would queue without limit what a slow
 * service does not read, or wait for ever. Thread-safe.
 */
final class MessageSender {
    private final Session wire;
    private final SocketCall call;
    private final MessageLog log;
    private final SocketSession session;
    private final Duration limit;
    private final ReentrantLock turn = new ReentrantLock();

    MessageSender(Session wire, SocketCall call, MessageLog log, SocketSession session) {
        this.wire = wire;
        this.call = call;
        this.log = log;
        this.session = session;
        this.limit = settings(call).sendWithin();
    }

    private static SocketSettings settings(SocketCall call) {
        return call.context().service().socket();
    }

    void text(String text) {
        int bytes = Utf8.length(text);
        inTurn(limit, () -> {
            long nanos = System.nanoTime();
            // Before it leaves, for its echo may be back at once.
            session.sent().add(text, nanos);
            transmit(remote -> remote.sendText(text));
            log.sent(text, bytes, nanos);
        });
    }

    void binary(byte[] content) {
        inTurn(limit, () -> {
            long nanos = System.nanoTime();
            transmit(remote -> remote.sendBinary(ByteBuffer.wrap(content)));
            log.sentBinary(content, nanos);
        });
    }

    /** Without waiting for the answer; {@code turnLimit} is for messages before it. */
    void ping(long payload, Duration turnLimit) {
        byte[] content = ByteBuffer.allocate(Long.BYTES).putLong(payload).array();
        inTurn(turnLimit, () -> {
            long nanos = System.nanoTime();
            try {
                wire.getAsyncRemote().sendPing(ByteBuffer.wrap(content));
            } catch (IOException | RuntimeException e) {
                throw notSent(ending(), e);
            }
            log.pinged(content, nanos);
        });
    }

    private void inTurn(Duration turnLimit, Runnable sending) {
        call.context().session().requireUsable();
        try {
            if (!turn.tryLock(turnLimit.toNanos(), TimeUnit.NANOSECONDS)) {
                throw notSent(
                        "another one was not sent within " + Periods.inWords(turnLimit),
                        new TimeoutException("no turn"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notSent("interrupted", e);
        }
        try {
            sending.run();
        } finally {
            turn.unlock();
        }
    }

    private void transmit(Function<RemoteEndpoint.Async, Future<Void>> sending) {
        try {
            sending.apply(wire.getAsyncRemote()).get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            session.end(new SocketClose(SocketClose.LOST, "a message was not sent in time", true));
            throw notSent("not sent within " + Periods.inWords(limit) + " (it may still arrive)", e);
        } catch (RejectedExecutionException e) {
            // Tyrus says so of what it does behind the sending: the message has left.
            return;
        } catch (ExecutionException | RuntimeException e) {
            throw notSent(ending(), e);
        } catch (InterruptedException e) {
            session.end(new SocketClose(SocketClose.LOST, "interrupted while a message was sent", true));
            Thread.currentThread().interrupt();
            throw notSent("interrupted (it may still arrive)", e);
        }
    }

    private String ending() {
        return session.closed().map(SocketClose::inWords).orElse("connection broken");
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
