package dev.goldenpath.users;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Durations and numbers as people say them. */
final class Words {
    private static final Duration TENTH = Duration.ofMillis(100);
    private static final int LONGEST = 300;
    private static final int MOST_NAMES = 20;

    private Words() {}

    /** A text of any number of lines as one, which is not long. */
    static String oneLine(String words) {
        String line = words.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /** {@code 1 user}, {@code 20 users}. */
    static String users(int count) {
        return count == 1 ? "1 user" : count + " users";
    }

    /** {@code u1, u2, u3}, of many the first {@value #MOST_NAMES} and how many more there are. */
    static String some(List<String> names) {
        String first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES ? first : first + " and " + (names.size() - MOST_NAMES) + " more";
    }

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
