package dev.goldenpath.compare;

import java.util.Arrays;

/**
 * How long calls of one kind took in both runs, in microseconds, ascending. Calls are compared with calls of their kind
 * only: what else a run asks for makes nothing slower.
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two.
record Stratum(long[] before, long[] after) {

    /** Sorts copies of the samples. */
    Stratum {
        before = sorted(before);
        after = sorted(after);
    }

    private static long[] sorted(long[] samples) {
        long[] copy = samples.clone();
        Arrays.sort(copy);
        return copy;
    }

    /** Of both runs together. */
    double sum() {
        return (double) Arrays.stream(before).sum()
                + (double) Arrays.stream(after).sum();
    }

    /** As logarithms: a service that slows down does so by a factor. */
    static double[] logarithms(long[] micros) {
        return Arrays.stream(micros).mapToDouble(Stratum::logarithm).toArray();
    }

    private static double logarithm(long micros) {
        return Math.log((double) Math.max(micros, 1));
    }

    static double[] plain(long[] micros) {
        return Arrays.stream(micros).asDoubleStream().toArray();
    }
}
