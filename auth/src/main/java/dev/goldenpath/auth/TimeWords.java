package dev.goldenpath.auth;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says durations in words. */
final class TimeWords {
    private TimeWords() {}

    /** The two greatest units of it: {@code 2 days 1 h}, {@code 5 min}, {@code 1 min 30 s}, {@code 1.5 s}. */
    static String of(Duration duration) {
        if (duration.isNegative()) {
            return "-" + of(duration.negated());
        }
        if (duration.toMinutes() == 0) {
            return BigDecimal.valueOf(duration.toMillis(), 3)
                            .stripTrailingZeros()
                            .toPlainString() + " s";
        }
        List<String> words = new ArrayList<>();
        add(words, duration.toDays(), duration.toDays() == 1 ? " day" : " days");
        add(words, duration.toHoursPart(), " h");
        add(words, duration.toMinutesPart(), " min");
        add(words, duration.toSecondsPart(), " s");
        return String.join(" ", words.subList(0, Math.min(2, words.size())));
    }

    private static void add(List<String> words, long amount, String unit) {
        if (amount > 0) {
            words.add(amount + unit);
        }
    }
}
