package dev.goldenpath.websocket;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.evidence.Fact;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** Matches pongs with the pings of one session. Thread-safe. */
final class PingPong {
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, CompletableFuture<Long>> waiting = new ConcurrentHashMap<>();

    Duration roundTrip(MessageSender sender, SocketCall call, Duration limit) {
        long number = numbers.incrementAndGet();
        CompletableFuture<Long> pong = new CompletableFuture<>();
        waiting.put(number, pong);
        long start = System.nanoTime();
        try {
            sender.ping(number, limit);
            return Duration.ofNanos(pong.get(limit.toNanos(), TimeUnit.NANOSECONDS) - start);
        } catch (TimeoutException e) {
            throw failed(call, "no pong came within " + Periods.inWords(limit));
        } catch (ExecutionException e) {
            throw failed(call, "the session ended before the pong came");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(call, "interrupted while waiting for the pong");
        } finally {
            waiting.remove(number);
        }
    }

    void ponged(byte[] payload, long nanos) {
        if (payload.length == Long.BYTES) {
            CompletableFuture<Long> pong =
                    waiting.remove(ByteBuffer.wrap(payload).getLong());
            if (pong != null) {
                pong.complete(nanos);
            }
        }
    }

    /** No pong will come any more. */
    void close() {
        waiting.values()
                .forEach(pong -> pong.completeExceptionally(new IllegalStateException("the session has ended")));
    }

    private static ServiceCallException failed(SocketCall call, String why) {
        return new ServiceCallException(
                call.description() + ": " + why + ".",
                List.of(
                        Fact.of("service", call.context().service().name()),
                        Fact.of("url from", call.context().service().origin())));
    }
}
