package dev.goldenpath.benchmarks.frame;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** Some values of one figure. Immutable. */
public final class Samples {
    private final double[] sorted;

    private Samples(double[] sorted) {
        this.sorted = sorted;
    }

    /** At least one value, in any order. */
    public static Samples of(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("There are no samples.");
        }
        return new Samples(sorted);
    }

    /** The value in the middle. */
    public double median() {
        return quantile(0.5);
    }

    /** The value below which this share of all values lies, between two of them by their distance. */
    double quantile(double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** The median, how many values it is of, and the quartiles. */
    @Override
    public String toString() {
        return text(median()) + " n=" + sorted.length + " p25=" + text(quantile(0.25)) + " p75=" + text(quantile(0.75));
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.2f" : "%.0f", value);
    }
}
