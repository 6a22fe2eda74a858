package dev.goldenpath.benchmarks.accuracy;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/** Prints the percentiles of a step beside those of the server's own record, a line each, in milliseconds. */
final class PercentileTable {
    private static final String LINE = "%-10s %-10s %9s %9s   %-20s %8s %8s  %s%n";
    private static final int HIGHEST = 99;
    private static final int OFF_OF_HIGHEST = 20;

    private PercentileTable() {}

    /**
     * Returns whether all are as near as they have to be, and of as many samples.
     *
     * @param count of how many samples ours are
     * @param ours a percentile by its percent, in milliseconds
     */
    static boolean print(PrintStream out, String step, ServerTimes server, long count, IntToDoubleFunction ours) {
        out.printf(LINE, "STEP", "PERCENTILE", "SERVER", "OURS", "ALLOWED", "SERVER-N", "OURS-N", "RESULT");
        boolean kept = true;
        for (int percent : List.of(50, 95, HIGHEST)) {
            double theirs = server.percentile(percent);
            Truth truth = percent == HIGHEST
                    ? Truth.within("p" + percent, theirs, OFF_OF_HIGHEST)
                    : Truth.near("p" + percent, theirs);
            double measured = ours.applyAsDouble(percent);
            boolean ok = truth.allows(measured) && server.count() == count;
            kept &= ok;
            out.printf(
                    LINE,
                    step,
                    truth.phase(),
                    text(truth.millis()),
                    text(measured),
                    text(truth.least()) + " to " + text(truth.most()),
                    server.count(),
                    count,
                    ok ? "OK" : "MISSED");
        }
        return kept;
    }

    private static String text(double millis) {
        return String.format(Locale.ROOT, "%.2f", millis);
    }
}
