package dev.goldenpath.users;

import java.time.Duration;
import java.util.Locale;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * How long a step took its users. Percentiles are right to a thousandth of their value, and there are none of no sample.
 *
 * @since 0.1.0
 */
public final class StepFigures {
    private static final int DIGITS = 3;
    private static final int MEDIAN = 50;
    private static final int HIGH = 95;
    private static final int HIGHEST = 99;

    private final String name;
    private final Histogram micros = new ConcurrentHistogram(DIGITS);
    private int failures;

    StepFigures(String name) {
        this.name = name;
    }

    void done(long nanos) {
        micros.recordValue(Math.max(0, nanos / 1_000));
    }

    synchronized void failed() {
        failures++;
    }

    /** The author's name for it. */
    public String name() {
        return name;
    }

    /** How often it was done. */
    public long count() {
        return micros.getTotalCount();
    }

    /** How often it failed; how long that took is not among the figures. */
    public synchronized int failures() {
        return failures;
    }

    /**
     * What this share of all did not exceed.
     *
     * @param percent 0 to 100
     * @throws IllegalStateException when it was never done
     */
    public Duration percentile(double percent) {
        if (count() == 0) {
            throw new IllegalStateException("Step '" + name + "' was never done, so it has no percentile.");
        }
        return Duration.ofNanos(1_000 * micros.getValueAtPercentile(percent));
    }

    /** As {@code create thread: n=20 p50=12.1 ms p95=31.0 ms p99=33.2 ms max=33.2 ms}. */
    @Override
    public String toString() {
        String failed = failures() == 0 ? "" : ", failed " + failures();
        return count() == 0
                ? name + ": n=0" + failed
                : String.format(
                        Locale.ROOT,
                        "%s: n=%d p50=%s p95=%s p99=%s max=%s%s",
                        name,
                        count(),
                        millis(MEDIAN),
                        millis(HIGH),
                        millis(HIGHEST),
                        millis(100),
                        failed);
    }

    private String millis(double percent) {
        return String.format(Locale.ROOT, "%.1f ms", percentile(percent).toNanos() / 1e6);
    }
}
