package dev.goldenpath.websocket;

import java.util.Arrays;
import java.util.List;

/**
 * Which arrivals stand for which steps of an order, so that as many required steps as can be are met: a longest common
 * subsequence. What comes first is met first. Bounded, whatever is expected and whatever arrives.
 */
final class EventAlignment {
    private static final int MOST_STEPS = 1_000;
    private static final int MOST_ARRIVALS = 2_000;
    /** More than all that repeats can weigh. */
    private static final int REQUIRED = 10_000;

    private static final int NONE = -1;

    private final List<ExpectedEvent> steps;
    private final List<String> arrivals;
    private final int[] stepOf;
    private final int first;
    private final int stepsEnd;
    private final int arrivalsEnd;
    /** The greatest weight of the steps and arrivals from here on, where the step is not yet met. */
    private int[][] open = {};
    /** The same, where the step is met and may be met again. */
    private int[][] met = {};

    EventAlignment(List<ExpectedEvent> steps, List<String> arrivals) {
        this.steps = steps;
        this.arrivals = arrivals;
        this.stepOf = new int[arrivals.size()];
        Arrays.fill(stepOf, NONE);
        this.first = commonStart();
        this.stepsEnd = Math.min(steps.size(), first + MOST_STEPS);
        this.arrivalsEnd = Math.min(arrivals.size(), first + MOST_ARRIVALS);
        if (first < stepsEnd && first < arrivalsEnd) {
            weigh();
            choose();
        }
    }

    /** The step that the arrival stands for, or -1. */
    int stepOf(int arrival) {
        return stepOf[arrival];
    }

    /** How many of the steps were looked at. */
    int stepsSeen() {
        return stepsEnd;
    }

    /** How many of the arrivals were looked at. */
    int arrivalsSeen() {
        return arrivalsEnd;
    }

    private int commonStart() {
        int common = 0;
        while (common < Math.min(steps.size(), arrivals.size())
                && steps.get(common).required()
                && !steps.get(common).repeats()
                && fits(common, common)) {
            stepOf[common] = common;
            common++;
        }
        return common;
    }

    private void weigh() {
        int rows = stepsEnd - first;
        int columns = arrivalsEnd - first;
        open = new int[rows + 1][columns + 1];
        met = new int[rows + 1][columns + 1];
        for (int s = rows - 1; s >= 0; s--) {
            for (int a = columns - 1; a >= 0; a--) {
                boolean fits = fits(first + s, first + a);
                boolean repeats = steps.get(first + s).repeats();
                met[s][a] = Math.max(open[s + 1][a], met[s][a + 1]);
                if (fits && repeats) {
                    met[s][a] = Math.max(met[s][a], 1 + met[s][a + 1]);
                }
                open[s][a] = Math.max(open[s + 1][a], open[s][a + 1]);
                if (fits) {
                    open[s][a] = Math.max(open[s][a], weight(s) + afterwards(s, a, repeats));
                }
            }
        }
    }

    private void choose() {
        int s = 0;
        int a = 0;
        boolean isMet = false;
        while (s < stepsEnd - first && a < arrivalsEnd - first) {
            boolean repeats = steps.get(first + s).repeats();
            int best = isMet ? met[s][a] : open[s][a];
            int taken = (isMet ? 1 : weight(s)) + afterwards(s, a, repeats);
            if (fits(first + s, first + a) && (!isMet || repeats) && taken == best) {
                stepOf[first + a] = first + s;
                isMet = repeats;
                s += repeats ? 0 : 1;
                a++;
            } else if (best == open[s + 1][a]) {
                s++;
                isMet = false;
            } else {
                a++;
            }
        }
    }

    private int weight(int step) {
        return steps.get(first + step).required() ? REQUIRED : 1;
    }

    private int afterwards(int step, int arrival, boolean repeats) {
        return repeats ? met[step][arrival + 1] : open[step + 1][arrival + 1];
    }

    private boolean fits(int step, int arrival) {
        return steps.get(step).type().equals(arrivals.get(arrival));
    }
}
