package dev.goldenpath.cause;

import java.time.Instant;
import java.util.Optional;

/** A span of time, or a single moment. */
record Window(Instant from, Instant to) {
    static Window of(Instant moment) {
        return new Window(moment, moment);
    }

    /** From the begin of the test to its end; empty where neither is known. */
    static Optional<Window> of(TroubledTest test) {
        Instant begin = test.startedAt() == null ? test.endedAt() : test.startedAt();
        Instant end = test.endedAt() == null ? test.startedAt() : test.endedAt();
        return begin == null || end == null ? Optional.empty() : Optional.of(new Window(begin, end));
    }
}
