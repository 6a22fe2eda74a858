package dev.goldenpath.cause;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Joins looks at one thing to spans of time. */
final class Outages {
    private Outages() {}

    /** From the first look that is no good one to the next that is, again and again. */
    static <T> List<Outage> of(List<Seen<T>> inOrder, Predicate<Seen<T>> good) {
        List<Outage> outages = new ArrayList<>();
        @Nullable Instant since = null;
        for (Seen<T> seen : inOrder) {
            boolean over = good.test(seen);
            if (!over && since == null) {
                since = seen.at();
            } else if (over && since != null) {
                outages.add(new Outage(since, seen.at()));
                since = null;
            }
        }
        if (since != null) {
            outages.add(new Outage(since, null));
        }
        return outages;
    }

    /** The same, each from the first time at which a test met it, where that was before any probe. */
    static List<Outage> begunBy(List<Instant> met, List<Outage> outages) {
        List<Outage> begun = new ArrayList<>();
        Instant last = Instant.MIN;
        for (Outage outage : outages) {
            Instant before = last;
            Instant first = met.stream()
                    .filter(at -> at.isAfter(before) && at.isBefore(outage.since()))
                    .min(Comparator.naturalOrder())
                    .orElse(outage.since());
            begun.add(new Outage(first, outage.until()));
            last = outage.until() == null ? outage.since() : outage.until();
        }
        return begun;
    }
}
