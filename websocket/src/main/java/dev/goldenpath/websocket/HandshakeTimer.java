package dev.goldenpath.websocket;

import dev.goldenpath.evidence.NetworkPhase;
import dev.goldenpath.evidence.Phases;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up how long each part of one handshake takes. The marks may come from any thread, each counts once. Thread-safe. */
final class HandshakeTimer {
    private final long startNanos = System.nanoTime();
    private final Map<NetworkPhase, Duration> parts = new EnumMap<>(NetworkPhase.class);
    private @Nullable NetworkPhase open;
    private long openedAt;

    long startNanos() {
        return startNanos;
    }

    /** A part begins, and with that the one before it ends; does nothing when it, or a later one, has begun before. */
    synchronized void begin(NetworkPhase phase) {
        if (!parts.containsKey(phase) && (open == null || open.compareTo(phase) < 0)) {
            end();
            open = phase;
            openedAt = System.nanoTime();
        }
    }

    /** The open part ends, and none begins yet. */
    synchronized void end() {
        if (open != null) {
            parts.put(open, Duration.ofNanos(System.nanoTime() - openedAt));
            open = null;
        }
    }

    /** The part that goes on now, or in which the handshake broke; {@code null} between two of them. */
    synchronized @Nullable NetworkPhase open() {
        return open;
    }

    /** As measured up to now; what is open lasts until now. */
    synchronized Phases phases() {
        long now = System.nanoTime();
        Map<NetworkPhase, Duration> all = new EnumMap<>(NetworkPhase.class);
        all.putAll(parts);
        if (open != null) {
            all.put(open, Duration.ofNanos(now - openedAt));
        }
        long attributed = all.values().stream().mapToLong(Duration::toNanos).sum();
        long total = now - startNanos;
        return new Phases(all, Duration.ofNanos(total - attributed), Duration.ofNanos(total));
    }
}
