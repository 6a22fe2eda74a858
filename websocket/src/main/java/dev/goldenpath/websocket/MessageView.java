package dev.goldenpath.websocket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The newest text messages that a session received, in the order of their arrival, and its end. How many have been
 * dropped is known, so that nobody takes what is left for the whole. Thread-safe.
 */
final class MessageView {
    /** Together with the number of messages this bounds the memory of a session. */
    private static final long MOST_CHARACTERS = 32L << 20;

    private final int most;
    /** No monitor: to wait within one would keep the carrier of a virtual thread before JDK 24, so a few hundred users would stop. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Condition changed = lock.newCondition();
    private final List<Arrival> arrivals = new ArrayList<>();
    private long characters;
    private long dropped;
    private @Nullable SocketClose close;

    /** A view that keeps the newest {@code most} messages, and at times up to a quarter more. */
    MessageView(int most) {
        this.most = most;
    }

    void add(Arrival arrival) {
        change(() -> {
            arrivals.add(arrival);
            characters += arrival.text().length();
            // Many at once, for each removal moves all that stay.
            if (arrivals.size() > most + most / 4 || characters > MOST_CHARACTERS + MOST_CHARACTERS / 4) {
                dropOldest();
            }
        });
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

    void close(SocketClose how) {
        change(() -> close = how);
    }

    /** Empty while the session is open. */
    Optional<SocketClose> closed() {
        return read(() -> Optional.ofNullable(close));
    }

    /** Waits for the end; empty when there is none by the deadline. */
    Optional<SocketClose> awaitClose(long deadlineNanos) throws InterruptedException {
        lock.lock();
        try {
            awaitUntil(() -> close != null, deadlineNanos);
            return Optional.ofNullable(close);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the first message, or the end; no longer than until the deadline. */
    void awaitFirst(long deadlineNanos) throws InterruptedException {
        lock.lock();
        try {
            awaitUntil(() -> dropped + arrivals.size() > 0 || close != null, deadlineNanos);
        } finally {
            lock.unlock();
        }
    }

    /** All that is kept, oldest first. */
    List<Arrival> kept() {
        return read(() -> List.copyOf(arrivals));
    }

    /** How many of the oldest messages are not kept any more. */
    long dropped() {
        return read(() -> dropped);
    }

    /**
     * Waits for the message at {@code index}, counted from the session's first; empty when none has arrived there by the
     * deadline, or the session ended before.
     *
     * @throws IllegalStateException when it has arrived, and is not kept any more
     */
    Optional<Arrival> await(long index, long deadlineNanos) throws InterruptedException {
        lock.lock();
        try {
            boolean there = awaitUntil(() -> dropped + arrivals.size() > index || close != null, deadlineNanos);
            return there ? at(index, deadlineNanos) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Arrival> at(long index, long deadlineNanos) {
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

    /** Within the lock; false when it does not hold by the deadline. */
    private boolean awaitUntil(BooleanSupplier holds, long deadlineNanos) throws InterruptedException {
        while (!holds.getAsBoolean()) {
            long left = deadlineNanos - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            changed.awaitNanos(left);
        }
        return true;
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private <T> T read(Supplier<T> reading) {
        lock.lock();
        try {
            return reading.get();
        } finally {
            lock.unlock();
        }
    }
}
