package dev.goldenpath.users;

import java.time.Duration;
import java.util.Locale;

/** Durations as people say them. */
final class Words {
    private static final Duration TENTH = Duration.ofMillis(100);

    private Words() {}

    /** {@code 1.2 s}, {@code 60 s}, and {@code 8.3 ms} of what is less than a tenth of a second. */
    static String of(Duration duration) {
        if (duration.compareTo(TENTH) < 0 && !duration.isZero()) {
            return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1e6);
        }
        double seconds = duration.toMillis() / 1000.0;
        return seconds == Math.rint(seconds)
                ? duration.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
