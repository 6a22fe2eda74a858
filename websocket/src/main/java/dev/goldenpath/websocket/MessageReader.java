package dev.goldenpath.websocket;

import java.time.Duration;
import java.util.Optional;

/**
 * Reads the text messages of a session one by one, from its first message on, whenever they arrive: what came before it
 * was asked for is not lost. Each reader has a place of its own. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class MessageReader {
    private final SocketSession session;
    private long index;

    MessageReader(SocketSession session) {
        this.session = session;
    }

    /**
     * The next text message; waits for it. Empty when none has arrived in time, or the session has ended.
     *
     * @throws IllegalStateException when it is not kept any more, or the thread is interrupted
     */
    public Optional<ReceivedMessage> next(Duration limit) {
        try {
            Optional<Arrival> arrival = session.view().await(index, System.nanoTime() + limit.toNanos());
            if (arrival.isEmpty()) {
                return Optional.empty();
            }
            index++;
            return Optional.of(session.message(arrival.get()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a message of " + session + ".", e);
        }
    }
}
