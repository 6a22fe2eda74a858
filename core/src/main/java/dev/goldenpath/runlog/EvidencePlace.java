package dev.goldenpath.runlog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where a line of evidence stands, and whose it is: some 50 bytes in memory, whatever the length of the line.
 *
 * @param startedMicros when it began, since the epoch
 * @param log the log's place among those of the run
 * @param offset of the line's first byte
 * @param length of the line in bytes, without its end
 */
record EvidencePlace(
        long startedMicros,
        int log,
        long offset,
        int length,
        @Nullable String test,
        @Nullable Integer attempt) {
    static final Comparator<EvidencePlace> BY_BEGIN = Comparator.comparingLong(EvidencePlace::startedMicros)
            .thenComparingInt(EvidencePlace::log)
            .thenComparingLong(EvidencePlace::offset);

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    Instant startedAt() {
        return Instant.EPOCH.plus(startedMicros, ChronoUnit.MICROS);
    }
}
