package dev.goldenpath.compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The test of van der Waerden on all samples of two runs, with the strata aligned: the ranks of what is left of each
 * sample when the middle of its stratum is taken away, as normal scores. It looks at the order of samples alone, so no
 * outlier weighs more than its rank. Where times are about log-normal it finds more than the test of Wilcoxon, Mann and
 * Whitney, and elsewhere hardly less.
 *
 * @param z how far the scores of the second run are above what chance leads to expect, in standard deviations; 0 where
 *     there is nothing to tell
 */
record RankTest(double z) {
    private static final double NOTHING = 1e-12;

    static RankTest of(List<Stratum> strata) {
        double[][] before = new double[strata.size()][];
        double[][] after = new double[strata.size()][];
        for (int i = 0; i < before.length; i++) {
            before[i] = Stratum.logarithms(strata.get(i).before());
            after[i] = Stratum.logarithms(strata.get(i).after());
            double middle = middle(before[i], after[i]);
            align(before[i], middle);
            align(after[i], middle);
        }
        double[] ascending = Stream.concat(Stream.of(before), Stream.of(after))
                .flatMapToDouble(DoubleStream::of)
                .sorted()
                .toArray();
        double[] scores = scores(ascending);
        double distance = 0;
        double variance = 0;
        for (int i = 0; i < before.length; i++) {
            Scored first = Scored.of(before[i], ascending, scores);
            Scored second = Scored.of(after[i], ascending, scores);
            double size = first.size() + second.size();
            if (first.size() > 0 && second.size() > 0) {
                double sum = first.sum() + second.sum();
                distance += second.sum() - second.size() * sum / size;
                variance += first.size()
                        * second.size()
                        / (size * (size - 1))
                        * (first.squares() + second.squares() - sum * sum / size);
            }
        }
        return new RankTest(variance > NOTHING ? distance / Math.sqrt(variance) : 0);
    }

    /** Scores of one side of a stratum. */
    private record Scored(double size, double sum, double squares) {
        static Scored of(double[] samples, double[] ascending, double[] scores) {
            double sum = 0;
            double squares = 0;
            for (double sample : samples) {
                double score = scores[Arrays.binarySearch(ascending, sample)];
                sum += score;
                squares += score * score;
            }
            return new Scored(samples.length, sum, squares);
        }
    }

    private static double middle(double[] before, double[] after) {
        double[] both = DoubleStream.concat(DoubleStream.of(before), DoubleStream.of(after))
                .sorted()
                .toArray();
        return both.length == 0 ? 0 : both[both.length / 2];
    }

    private static void align(double[] samples, double middle) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] -= middle;
        }
    }

    /** Those that are equal share the score of their middle rank. */
    private static double[] scores(double[] ascending) {
        double[] scores = new double[ascending.length];
        int from = 0;
        while (from < ascending.length) {
            int to = from + 1;
            while (to < ascending.length && ascending[to] == ascending[from]) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            Arrays.fill(scores, from, to, Normal.quantile(rank / (ascending.length + 1)));
            from = to;
        }
        return scores;
    }

    /** How likely chance alone makes the second run look at least as slow. */
    double slowerByChance() {
        return Normal.above(z);
    }

    /** How likely chance alone makes it look at least as fast. */
    double fasterByChance() {
        return Normal.above(-z);
    }
}
