package dev.goldenpath.report;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** How long things of one kind took, every sample of it. Thread-safe once it has them all. */
final class Latencies {
    private static final int FEW = 8;

    private long[] micros = new long[FEW];
    private int count;
    private boolean sorted = true;

    void add(Duration took) {
        if (count == micros.length) {
            micros = Arrays.copyOf(micros, 2 * count);
        }
        micros[count++] = took.toNanos() / 1_000;
        sorted = false;
    }

    /** Takes the samples of another one, too. */
    void addAll(Latencies other) {
        if (count + other.count > micros.length) {
            micros = Arrays.copyOf(micros, Math.max(2 * micros.length, count + other.count));
        }
        System.arraycopy(other.micros, 0, micros, count, other.count);
        count += other.count;
        sorted = false;
    }

    /** How many samples there are. */
    int count() {
        return count;
    }

    /**
     * The smallest sample that at least this share of all do not exceed (nearest rank); empty where there is none.
     *
     * @param percent 0 for the smallest, 100 for the largest
     */
    synchronized Optional<Duration> percentile(double percent) {
        if (count == 0) {
            return Optional.empty();
        }
        if (!sorted) {
            Arrays.sort(micros, 0, count);
            sorted = true;
        }
        int rank = (int) Math.ceil(percent / 100 * count);
        return Optional.of(Duration.ofNanos(1_000 * micros[Math.max(rank, 1) - 1]));
    }
}
