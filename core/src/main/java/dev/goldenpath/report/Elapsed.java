package dev.goldenpath.report;

import java.time.Duration;
import java.util.Locale;

/** Spans of time as people read them: {@code 562 ms}, {@code 12.3 s}, {@code 4 min 05 s}, {@code 1 h 02 min}. */
final class Elapsed {
    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;

    private Elapsed() {}

    static String of(Duration took) {
        double seconds = took.toNanos() / 1e9;
        long whole = Math.round(seconds);
        if (seconds < 1) {
            return String.format(Locale.ROOT, "%.0f ms", 1_000 * seconds);
        }
        if (whole < MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        return whole < HOUR
                ? String.format(Locale.ROOT, "%d min %02d s", whole / MINUTE, whole % MINUTE)
                : String.format(Locale.ROOT, "%d h %02d min", whole / HOUR, whole % HOUR / MINUTE);
    }
}
