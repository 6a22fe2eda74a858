package dev.goldenpath.users;

import java.time.Duration;
import java.util.Locale;

/** Durations as people say them. */
final class Words {
    private Words() {}

    /** {@code 1.2 s}, {@code 60 s}. */
    static String of(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        return seconds == Math.rint(seconds)
                ? duration.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
