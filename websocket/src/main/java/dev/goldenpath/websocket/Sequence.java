package dev.goldenpath.websocket;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The numbers that a service gives to its events. */
final class Sequence {
    private Sequence() {}

    /** The number at {@code pointer}; empty where no whole number stands there, or there is no such place. */
    static Optional<Long> number(ContractEvent event, @Nullable String pointer) {
        return event.at(pointer)
                .filter(value -> value instanceof Integer || value instanceof Long)
                .map(value -> ((Number) value).longValue());
    }
}
