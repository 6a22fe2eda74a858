package dev.goldenpath.websocket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The newest text messages that a session received, in the order of their arrival, and its end. How many have been
 * dropped is known, so that nobody takes what is left for the whole. Thread-safe.
 */
final class MessageView {
    /** Together with the number of messages this bounds the memory of a session. */
    private static final long MOST_CHARACTERS = 32L << 20;

    private final int most;
    private final List<Arrival> arrivals = new ArrayList<>();
    private long characters;
    private long dropped;
    private @Nullable SocketClose close;

    /** A view that keeps the newest {@code most} messages, and at times up to a quarter more. */
    MessageView(int most) {
        this.most = most;
    }

    synchronized void add(Arrival arrival) {
        arrivals.add(arrival);
        characters += arrival.text().length();
        // Many at once, for each removal moves all that stay.
        if (arrivals.size() > most + most / 4 || characters > MOST_CHARACTERS + MOST_CHARACTERS / 4) {
            dropOldest();
        }
        notifyAll();
    }

    private void dropOldest() {
        int count = Math.max(0, arrivals.size() - most);
        for (int i = 0; i < count; i++) {
            characters -= arrivals.get(i).text().length();
        }
        while (characters > MOST_CHARACTERS && count < arrivals.size() - 1) {
            characters -= arrivals.get(count++).text().length();
        }
        arrivals.subList(0, count).clear();
        dropped += count;
    }

    synchronized void close(SocketClose how) {
        close = how;
        notifyAll();
    }

    /** Empty while the session is open. */
    synchronized Optional<SocketClose> closed() {
        return Optional.ofNullable(close);
    }

    /** Waits for the end; empty when there is none by the deadline. */
    synchronized Optional<SocketClose> awaitClose(long deadlineNanos) throws InterruptedException {
        for (long left = deadlineNanos - System.nanoTime(); close == null && left > 0; ) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = deadlineNanos - System.nanoTime();
        }
        return Optional.ofNullable(close);
    }

    /** Waits for the first message, or the end; no longer than until the deadline. */
    synchronized void awaitFirst(long deadlineNanos) throws InterruptedException {
        for (long left = deadlineNanos - System.nanoTime();
                dropped + arrivals.size() == 0 && close == null && left > 0; ) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = deadlineNanos - System.nanoTime();
        }
    }

    /** All that is kept, oldest first. */
    synchronized List<Arrival> kept() {
        return List.copyOf(arrivals);
    }

    /** How many of the oldest messages are not kept any more. */
    synchronized long dropped() {
        return dropped;
    }

    /**
     * Waits for the message at {@code index}, counted from the session's first; empty when none has arrived there by the
     * deadline, or the session ended before.
     *
     * @throws IllegalStateException when it has arrived, and is not kept any more
     */
    synchronized Optional<Arrival> await(long index, long deadlineNanos) throws InterruptedException {
        while (dropped + arrivals.size() <= index && close == null) {
            long left = deadlineNanos - System.nanoTime();
            if (left <= 0) {
                return Optional.empty();
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        if (index < dropped) {
            throw new IllegalStateException("Message " + (index + 1)
                    + " of the session is not kept any more: the newest "
                    + most + " are, and " + dropped + " were dropped. Ask for it earlier, or raise 'websocket.keep' of "
                    + "the service in goldenpath.yaml.");
        }
        int place = Math.toIntExact(index - dropped);
        return place < arrivals.size() && arrivals.get(place).nanos() - deadlineNanos <= 0
                ? Optional.of(arrivals.get(place))
                : Optional.empty();
    }
}
