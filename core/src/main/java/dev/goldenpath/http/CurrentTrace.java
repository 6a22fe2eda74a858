package dev.goldenpath.http;

import org.jspecify.annotations.Nullable;

/** Tells the hooks within the client which exchange the calling thread works for. Thread-safe. */
final class CurrentTrace {
    // Name look-ups and sockets are asked for without any context of the exchange.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable ConnectionTrace> current = new ThreadLocal<>();

    void begin(ConnectionTrace trace) {
        current.set(trace);
    }

    void end() {
        current.remove();
    }

    /** A trace that nobody reads, where the client does something outside any exchange. */
    ConnectionTrace get() {
        ConnectionTrace trace = current.get();
        return trace == null ? new ConnectionTrace(null) : trace;
    }
}
