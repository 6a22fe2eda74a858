package dev.goldenpath.compare;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The correction of Holm (1979) for many tests at once: it holds however these depend on each other. */
final class Holm {
    private Holm() {}

    /** The same probabilities, each as if it were that of the only test; never above 1. */
    static double[] corrected(double[] probabilities) {
        int[] smallestFirst = IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> probabilities[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] corrected = new double[probabilities.length];
        double before = 0;
        for (int rank = 0; rank < smallestFirst.length; rank++) {
            int i = smallestFirst[rank];
            before = Math.min(1, Math.max(before, (smallestFirst.length - rank) * probabilities[i]));
            corrected[i] = before;
        }
        return corrected;
    }
}
