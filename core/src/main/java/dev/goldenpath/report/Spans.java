package dev.goldenpath.report;

import java.time.Duration;
import java.util.Locale;

/** Durations as people read them. */
final class Spans {
    private static final int SECOND = 1_000;

    private Spans() {}

    /** {@code 80 ms}, {@code 30.0 s}. */
    static String of(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        return millis < SECOND
                ? String.format(Locale.ROOT, "%.0f ms", millis)
                : String.format(Locale.ROOT, "%.1f s", millis / SECOND);
    }
}
