package dev.goldenpath.report;

import java.time.Duration;
import java.util.Locale;

/** Spans of time as people read them in a report. */
final class TimeTaken {
    private static final double MILLI = 1e6;
    private static final int SECOND = 1_000;

    private TimeTaken() {}

    /** {@code 31.4 ms}, {@code 12.03 s}. */
    static String of(Duration took) {
        double millis = took.toNanos() / MILLI;
        return millis < SECOND
                ? String.format(Locale.ROOT, "%.1f ms", millis)
                : String.format(Locale.ROOT, "%,.2f s", millis / SECOND);
    }
}
