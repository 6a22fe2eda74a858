package dev.goldenpath.websocket;

import java.time.Duration;
import java.util.Locale;

/** Checks periods, and says them in words. */
final class Periods {
    private Periods() {}

    static void requirePositive(Duration period) {
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("A period to wait must be longer than nothing, but was " + period + ".");
        }
    }

    /** For example {@code 30 s}, {@code 500 ms} or {@code 0.250 ms}. */
    static String inWords(Duration period) {
        if (period.toNanosPart() % 1_000_000 != 0) {
            return String.format(Locale.ROOT, "%.3f ms", period.toNanos() / 1e6);
        }
        return period.toMillisPart() == 0 ? period.toSeconds() + " s" : period.toMillis() + " ms";
    }

    /** For example {@code 0.012 s}. */
    static String exactly(Duration period) {
        return String.format(Locale.ROOT, "%.3f s", period.toNanos() / 1e9);
    }
}
