package dev.goldenpath.compare;

import java.util.List;
import java.util.function.Function;

/** All pairs of a sample of the first run and one of the second, each within its stratum; they are counted, not made. */
final class Pairs {
    private Pairs() {}

    /**
     * How likely a call of the second run took longer than one of the first: half where both are alike. Ties count as half.
     */
    static double superiority(List<Stratum> strata) {
        double above = 0;
        double all = 0;
        for (Stratum stratum : strata) {
            double[] before = Stratum.plain(stratum.before());
            double[] after = Stratum.plain(stratum.after());
            all += (double) before.length * after.length;
            double notAbove = atMost(before, after, 0);
            double below = atMost(before, after, Math.nextDown(0.0));
            above += (double) before.length * after.length - notAbove + (notAbove - below) / 2;
        }
        return all == 0 ? 0.5 : above / all;
    }

    /** The shift of Hodges and Lehmann: the median of all differences, in microseconds. */
    static double shift(List<Stratum> strata) {
        return median(strata, Stratum::plain);
    }

    /** The factor between both runs, by the same estimate on logarithms. */
    static double factor(List<Stratum> strata) {
        return Math.exp(median(strata, Stratum::logarithms));
    }

    private static double median(List<Stratum> strata, Function<long[], double[]> scale) {
        List<double[]> before =
                strata.stream().map(each -> scale.apply(each.before())).toList();
        List<double[]> after =
                strata.stream().map(each -> scale.apply(each.after())).toList();
        long pairs = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < before.size(); i++) {
            double[] x = before.get(i);
            double[] y = after.get(i);
            if (x.length > 0 && y.length > 0) {
                pairs += (long) x.length * y.length;
                lowest = Math.min(lowest, y[0] - x[x.length - 1]);
                highest = Math.max(highest, y[y.length - 1] - x[0]);
            }
        }
        double lower = ordered(before, after, (pairs + 1) / 2, lowest, highest);
        boolean isBetweenTwo = pairs % 2 == 0 && atMost(before, after, lower) < pairs / 2 + 1;
        return isBetweenTwo ? (lower + next(before, after, lower)) / 2 : lower;
    }

    /** The {@code rank}-th smallest difference, from 1, to a billionth of their range. */
    private static double ordered(
            List<double[]> before, List<double[]> after, long rank, double lowest, double highest) {
        double low = lowest;
        double high = highest;
        double close = (highest - lowest) * 1e-9;
        while (high - low > close) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                // Where all differ by nearly the same, numbers of this kind get no closer.
                break;
            }
            if (atMost(before, after, middle) >= rank) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** The smallest difference above {@code limit}. */
    private static double next(List<double[]> before, List<double[]> after, double limit) {
        double next = Double.POSITIVE_INFINITY;
        for (int i = 0; i < before.size(); i++) {
            double[] y = after.get(i);
            int reached = 0;
            for (double x : before.get(i)) {
                while (reached < y.length && y[reached] - x <= limit) {
                    reached++;
                }
                if (reached < y.length) {
                    next = Math.min(next, y[reached] - x);
                }
            }
        }
        return next;
    }

    private static long atMost(List<double[]> before, List<double[]> after, double limit) {
        long count = 0;
        for (int i = 0; i < before.size(); i++) {
            count += atMost(before.get(i), after.get(i), limit);
        }
        return count;
    }

    /** How many differences are not above {@code limit}. */
    private static long atMost(double[] before, double[] after, double limit) {
        long count = 0;
        int reached = 0;
        for (double x : before) {
            while (reached < after.length && after[reached] - x <= limit) {
                reached++;
            }
            count += reached;
        }
        return count;
    }
}
