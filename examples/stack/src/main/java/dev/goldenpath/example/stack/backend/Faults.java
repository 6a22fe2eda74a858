package dev.goldenpath.example.stack.backend;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The faults that are switched on, none at first. Thread-safe. */
final class Faults {
    private final Map<Fault, Beginning> on = new ConcurrentHashMap<>();

    private record Beginning(Instant instant, long nanos) {}

    boolean isOn(Fault fault) {
        return on.containsKey(fault);
    }

    /** When a fault was switched on, if it is on. */
    Optional<Instant> onSince(Fault fault) {
        return Optional.ofNullable(on.get(fault)).map(Beginning::instant);
    }

    /** For how long a fault has been on, if it is on. */
    Optional<Duration> onFor(Fault fault) {
        return Optional.ofNullable(on.get(fault))
                .map(beginning -> Duration.ofNanos(System.nanoTime() - beginning.nanos()));
    }

    /** Changes nothing where the fault is on. */
    void switchOn(Fault fault) {
        on.putIfAbsent(fault, new Beginning(Instant.now(), System.nanoTime()));
    }

    void switchOff(Fault fault) {
        on.remove(fault);
    }
}
