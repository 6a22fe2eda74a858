package dev.goldenpath.http;

import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phases;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds up how long each part of one exchange takes. At most one part is open at a time, so that their sum never exceeds
 * the total. Not thread-safe: the classic client does all of an exchange on its caller's thread.
 */
final class ExchangeTimer {
    private final long startNanos = System.nanoTime();
    private final Map<NetworkPhase, Duration> parts = new EnumMap<>(NetworkPhase.class);
    private @Nullable NetworkPhase open;
    private long openedAt;
    private long endNanos;

    long startNanos() {
        return startNanos;
    }

    /** A part begins, and with that the one before it ends. */
    void begin(NetworkPhase phase) {
        long now = System.nanoTime();
        close(now);
        open = phase;
        openedAt = now;
    }

    /** The open part ends, and none begins yet. */
    void end() {
        close(System.nanoTime());
    }

    /** The open part ends where it is this one. */
    void end(NetworkPhase phase) {
        if (open == phase) {
            end();
        }
    }

    /** The whole exchange ends, and so does what is open of it. */
    void finish() {
        endNanos = System.nanoTime();
        close(endNanos);
    }

    /** The part that goes on now; {@code null} between two of them. */
    @Nullable
    NetworkPhase open() {
        return open;
    }

    /** As measured, once finished. */
    Phases phases() {
        long total = endNanos - startNanos;
        long attributed = 0;
        for (Duration part : parts.values()) {
            attributed += part.toNanos();
        }
        return new Phases(parts, Duration.ofNanos(total - attributed), Duration.ofNanos(total));
    }

    private void close(long now) {
        NetworkPhase closing = open;
        if (closing != null) {
            parts.merge(closing, Duration.ofNanos(now - openedAt), Duration::plus);
            open = null;
        }
    }
}
