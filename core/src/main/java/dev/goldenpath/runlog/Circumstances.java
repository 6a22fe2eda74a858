package dev.goldenpath.runlog;

import dev.goldenpath.evidence.OutageSign;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounded an attempt of a test.
 *
 * @param startedAt when it began; absent where it never did
 * @param endedAt when its end was written; absent where it never was
 * @param needs the services it can't do without; empty where that is not known
 * @param signs what in its evidence looks like an outage, in the order in which it began; read of the attempts that count
 *     and did not pass, and empty for all others
 * @param marked whether an answer that it got in the test itself holds a payload marker
 * @since 0.1.0
 */
public record Circumstances(
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        List<String> needs,
        List<OutageSign> signs,
        boolean marked) {
    /** Of an attempt of which a log tells nothing of the kind. */
    public static final Circumstances UNKNOWN = new Circumstances(null, null, List.of(), List.of());

    /** Copies the lists. */
    public Circumstances {
        needs = List.copyOf(needs);
        signs = List.copyOf(signs);
    }

    /** Of an attempt that met no marker. */
    public Circumstances(
            @Nullable Instant startedAt, @Nullable Instant endedAt, List<String> needs, List<OutageSign> signs) {
        this(startedAt, endedAt, needs, signs, false);
    }

    Circumstances with(List<OutageSign> found) {
        return new Circumstances(startedAt, endedAt, needs, found, marked);
    }

    Circumstances withMarker() {
        return new Circumstances(startedAt, endedAt, needs, signs, true);
    }
}
