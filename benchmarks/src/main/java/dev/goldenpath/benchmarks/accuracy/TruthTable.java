package dev.goldenpath.benchmarks.accuracy;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/** Prints what was measured beside what is true, a line a phase, in milliseconds. Not thread-safe. */
final class TruthTable {
    private static final String LINE = "%-12s %-13s %9s %9s %9s   %-20s %4s  %s%n";

    private final PrintStream out;
    private boolean kept = true;

    TruthTable(PrintStream out) {
        this.out = out;
        out.printf(Locale.ROOT, LINE, "SERVER", "PHASE", "TRUTH", "OURS", "CURL", "ALLOWED", "N", "RESULT");
    }

    /** A line of medians; {@code curl} is empty where there is none to compare with. */
    void row(TruthScene scene, Truth truth, Optional<Double> ours, Optional<Double> curl) {
        boolean ok = ours.filter(truth::allows).isPresent();
        kept &= ok;
        out.printf(
                Locale.ROOT,
                LINE,
                scene.name(),
                truth.phase(),
                text(truth.millis()),
                ours.map(TruthTable::text).orElse("absent"),
                curl.map(TruthTable::text).orElse("-"),
                text(truth.least()) + " to " + text(truth.most()),
                scene.calls(),
                ok ? "OK" : missed(truth, curl));
    }

    /** A line of what this machine can't measure. */
    void notMeasured(String scene, String phase, String why) {
        out.printf(Locale.ROOT, LINE, scene, phase, "-", "-", "-", "-", 0, "NOT MEASURED: " + why);
    }

    /** Whether every line was as allowed. */
    boolean kept() {
        return kept;
    }

    private static String missed(Truth truth, Optional<Double> curl) {
        return curl.filter(median -> !truth.allows(median)).isPresent() ? "MISSED, BY CURL AS WELL" : "MISSED";
    }

    private static String text(double millis) {
        return String.format(Locale.ROOT, "%.2f", millis);
    }
}
