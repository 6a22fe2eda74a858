package dev.goldenpath.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long the fastest part of all samples took at most, over the size of that part. The size goes along in powers of
 * ten of what is left out: 90 %, 99 % and 99.9 % are equally far apart.
 */
final class PercentileCurve {
    /** Fewer samples are a list, and no curve. */
    static final int LEAST_SAMPLES = 10;

    private static final int STEPS = 199;

    private final String name;
    private final Latencies latencies;

    /** A point: how far along, 1 a power of ten, and a sample in ms. */
    record Point(double along, double millis) {}

    PercentileCurve(String name, Latencies latencies) {
        this.name = name;
        this.latencies = latencies;
    }

    String name() {
        return name;
    }

    Latencies latencies() {
        return latencies;
    }

    /** Where a percentile stands. */
    static double along(double percent) {
        return -Math.log10(1 - percent / 100);
    }

    /** To where the samples reach: half a sample is left out. */
    double length() {
        return Math.log10(2.0 * latencies.count());
    }

    double least() {
        return millis(0);
    }

    double most() {
        return millis(100);
    }

    /** At most 200, as the curve goes; those that stand between equals are left out. */
    List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            double along = length() * i / STEPS;
            Point next = new Point(along, millis(100 * (1 - Math.pow(10, -along))));
            int last = points.size() - 1;
            if (last > 0 && points.get(last).millis == next.millis && points.get(last - 1).millis == next.millis) {
                points.set(last, next);
            } else {
                points.add(next);
            }
        }
        return points;
    }

    private double millis(double percent) {
        return latencies.percentile(percent).orElse(Duration.ZERO).toNanos() / 1e6;
    }
}
