package dev.goldenpath.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long something took, each time, in the order in which it happened. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class Samples {
    private final List<Duration> all = new ArrayList<>();

    Samples() {}

    void add(Duration took) {
        all.add(took);
    }

    /** How many there are. */
    public int count() {
        return all.size();
    }

    /** The middle one, of an even number the lower of the two; empty where there is none. */
    public Optional<Duration> median() {
        return percentile(50);
    }

    /**
     * The smallest that at least this share of all do not exceed (nearest rank); empty where there is none.
     *
     * @param percent over 0, to 100 for the largest
     */
    public Optional<Duration> percentile(double percent) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Duration> sorted = all.stream().sorted().toList();
        int rank = (int) Math.ceil(percent / 100 * sorted.size());
        return Optional.of(sorted.get(Math.max(rank, 1) - 1));
    }

    /** The newest of them, at most this many. */
    public Samples newest(int most) {
        return part(Math.max(0, all.size() - most), all.size());
    }

    /** All but the newest. */
    public Samples before(int newest) {
        return part(0, Math.max(0, all.size() - newest));
    }

    private Samples part(int from, int to) {
        Samples part = new Samples();
        part.all.addAll(all.subList(from, to));
        return part;
    }
}
