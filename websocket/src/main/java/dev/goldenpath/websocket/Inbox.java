package dev.goldenpath.websocket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The text messages of one session in the order of their arrival, and its end. Thread-safe. */
final class Inbox {
    private final List<Arrival> arrivals = new ArrayList<>();
    private @Nullable SocketClose close;

    synchronized void add(Arrival arrival) {
        arrivals.add(arrival);
        notifyAll();
    }

    synchronized void close(SocketClose how) {
        close = how;
        notifyAll();
    }

    /** Empty while the session is open. */
    synchronized Optional<SocketClose> closed() {
        return Optional.ofNullable(close);
    }

    synchronized List<ReceivedMessage> messages() {
        return arrivals.stream().map(Arrival::message).toList();
    }

    /**
     * Waits for the message at {@code index}; empty when none has arrived there by the deadline, or the session ended
     * before.
     */
    synchronized Optional<Arrival> await(int index, long deadlineNanos) throws InterruptedException {
        while (arrivals.size() <= index && close == null) {
            long left = deadlineNanos - System.nanoTime();
            if (left <= 0) {
                return Optional.empty();
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return index < arrivals.size() && arrivals.get(index).nanos() - deadlineNanos <= 0
                ? Optional.of(arrivals.get(index))
                : Optional.empty();
    }
}
