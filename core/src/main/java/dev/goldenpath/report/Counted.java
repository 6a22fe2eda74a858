package dev.goldenpath.report;

import java.util.Locale;

/** Numbers of things, as people write them. */
final class Counted {
    private Counted() {}

    /** {@code 1 test}, {@code 1,234 tests}. */
    static String of(long number, String noun) {
        return of(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@code 1,234}. */
    static String of(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
