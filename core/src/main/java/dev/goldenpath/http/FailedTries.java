package dev.goldenpath.http;

import dev.goldenpath.evidence.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was seen while something was awaited. Not thread-safe. */
final class FailedTries {
    private static final int KINDS_SHOWN = 5;

    private final Map<String, Integer> kinds = new LinkedHashMap<>();
    private int all;
    private int ofOtherKinds;
    private boolean lastCutOff;
    private @Nullable Throwable telling;

    /**
     * Adds a try.
     *
     * @param cutOff whether it ended only because the time was up; then the one before tells more
     */
    void add(Throwable thrown, boolean cutOff) {
        all++;
        lastCutOff = cutOff && telling != null;
        String line = OneLine.of(thrown);
        if (kinds.size() < KINDS_SHOWN || kinds.containsKey(line)) {
            kinds.merge(line, 1, Integer::sum);
        } else {
            ofOtherKinds++;
        }
        if (!lastCutOff) {
            telling = thrown;
        }
    }

    /** The end of it all. */
    AssertionError error(String awaited, Duration limit, Duration took) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of(
                "tries",
                all + " in " + String.format(Locale.ROOT, "%.1f s", took.toNanos() / 1e9)
                        + (lastCutOff ? ", the last cut off by the limit" : "")));
        facts.add(Fact.of("seen", seen()));
        facts.add(Fact.of(
                lastCutOff ? "before" : "last",
                telling == null ? "" : String.valueOf(telling.getMessage()).strip()));
        String end = Thread.currentThread().isInterrupted()
                ? " when the thread was interrupted"
                : " within " + DurationWords.chosen(limit);
        return new AssertionError(Fact.message(awaited + " was not as expected" + end + ".", facts), telling);
    }

    private String seen() {
        List<String> lines = new ArrayList<>();
        kinds.forEach((line, times) -> lines.add(times + " × " + line));
        if (ofOtherKinds > 0) {
            lines.add(ofOtherKinds + " × something else");
        }
        return String.join("\n", lines);
    }
}
