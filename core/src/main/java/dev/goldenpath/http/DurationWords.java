package dev.goldenpath.http;

import java.time.Duration;
import java.util.Locale;

/** Says durations in words. */
final class DurationWords {
    private DurationWords() {}

    /** One that somebody chose: {@code 14 days}, {@code 30 s} or {@code 500 ms}. */
    static String chosen(Duration limit) {
        long days = limit.toDays();
        if (days > 0 && limit.equals(Duration.ofDays(days))) {
            return days == 1 ? "1 day" : days + " days";
        }
        if (limit.toNanosPart() % 1_000_000 != 0) {
            return measured(limit);
        }
        return limit.toMillis() % 1_000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }

    /** One that was measured: {@code 51.0 ms}. */
    static String measured(Duration took) {
        return String.format(Locale.ROOT, "%.1f ms", took.toNanos() / 1e6);
    }
}
