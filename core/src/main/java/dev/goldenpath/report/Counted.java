package dev.goldenpath.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers of things, as people write them. */
final class Counted {
    private static final int LISTED = 4;

    private Counted() {}

    /** {@code 1 test}, {@code 1,234 tests}. */
    static String of(long number, String noun) {
        return of(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** Up to four of them, and how many more. */
    static String listed(List<String> names) {
        int more = names.size() - LISTED;
        return names.stream().limit(LISTED).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + of(more) + " more" : "");
    }

    /** {@code 1,234}. */
    static String of(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
