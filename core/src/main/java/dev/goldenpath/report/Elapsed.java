package dev.goldenpath.report;

import java.time.Duration;
import java.util.Locale;

/** Durations of any length as people read them: {@code 562 ms}, {@code 12.3 s}, {@code 4 min 05 s}, {@code 1 h 02 min}. */
final class Elapsed {
    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;

    private Elapsed() {}

    static String of(Duration took) {
        long whole = Math.round(took.toNanos() / 1e9);
        if (whole < MINUTE) {
            return Spans.of(took);
        }
        return whole < HOUR
                ? String.format(Locale.ROOT, "%d min %02d s", whole / MINUTE, whole % MINUTE)
                : String.format(Locale.ROOT, "%d h %02d min", whole / HOUR, whole % HOUR / MINUTE);
    }
}
