package dev.goldenpath.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The axis of a plot that shows milliseconds: in even steps from 0, or where they lie far apart in powers of ten. */
final class MillisAxis {
    private static final double FAR = 30;
    private static final double LEAST = 0.001;
    private static final double[] STEPS = {1, 2, 5, 10};
    private static final int FEW_STEPS = 5;
    private static final int FEW_DECADES = 2;

    private final double from;
    private final double to;
    private final boolean logarithmic;
    private final List<Double> ticks = new ArrayList<>();

    private MillisAxis(double least, double most) {
        logarithmic = most / least > FAR;
        if (logarithmic) {
            from = Math.pow(10, Math.floor(Math.log10(least)));
            to = roundedUp(most);
            double decades = Math.log10(to / from);
            for (double decade = from; decade <= to * (1 + LEAST); decade *= 10) {
                ticks.add(decade);
                if (decades <= FEW_DECADES && 3 * decade <= to) {
                    ticks.add(3 * decade);
                }
            }
        } else {
            double step = roundedUp(most / FEW_STEPS);
            from = 0;
            to = step * Math.ceil(most / step);
            for (int i = 0; i * step <= to * (1 + LEAST); i++) {
                ticks.add(i * step);
            }
        }
    }

    /**
     * For samples between two of them.
     *
     * @param least the smallest, in ms
     * @param most the largest, in ms
     */
    static MillisAxis of(double least, double most) {
        return new MillisAxis(Math.max(LEAST, least), Math.max(2 * LEAST, most));
    }

    /** To the next 1, 2, 5, 10, 20 and so on. */
    private static double roundedUp(double value) {
        double decade = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : STEPS) {
            if (step * decade >= value) {
                return step * decade;
            }
        }
        return 10 * decade;
    }

    boolean isLogarithmic() {
        return logarithmic;
    }

    /** In ms, from the bottom. */
    List<Double> ticks() {
        return ticks;
    }

    /** Where it stands: 0 at the bottom, 1 at the top. */
    double shareOf(double millis) {
        double share = logarithmic
                ? Math.log10(Math.max(LEAST, millis) / from) / Math.log10(to / from)
                : (millis - from) / (to - from);
        return Math.min(1, Math.max(0, share));
    }

    /** {@code 0.3 ms}, {@code 20 ms}, {@code 1.5 s}. */
    static String words(double millis) {
        boolean seconds = millis >= 1_000;
        String digits = String.format(Locale.ROOT, "%.3f", seconds ? millis / 1_000 : millis)
                .replaceAll("0+$", "")
                .replaceAll("\\.$", "");
        return digits + (seconds ? " s" : " ms");
    }
}
