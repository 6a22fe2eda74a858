package dev.goldenpath.runlog;

import dev.goldenpath.evidence.Phase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where a line of evidence stands, and whose it is: some 50 bytes in memory, whatever the length of the line.
 *
 * @param startedMicros when it began, since the epoch
 * @param log the file
 * @param offset of the line's first byte
 * @param length of the line in bytes, without its end
 * @param phase the part of the test it was observed in
 * @param line number of the line, from 1
 */
record EvidencePlace(
        long startedMicros,
        Path log,
        long offset,
        int length,
        Phase phase,
        @Nullable String test,
        @Nullable Integer attempt,
        int line) {
    static final Comparator<EvidencePlace> BY_BEGIN = Comparator.comparingLong(EvidencePlace::startedMicros)
            .thenComparing(EvidencePlace::log)
            .thenComparingLong(EvidencePlace::offset);

    static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000) * 1_000L);
    }

    Instant startedAt() {
        return instant(startedMicros);
    }
}
