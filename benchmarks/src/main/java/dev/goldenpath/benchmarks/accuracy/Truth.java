package dev.goldenpath.benchmarks.accuracy;

/**
 * How long a phase really takes, or a percentile really is, and which figures are near enough, in milliseconds.
 *
 * @param phase its name in {@code Phases}, or {@code p50} and the like
 */
record Truth(String phase, double millis, double least, double most) {

    /** Within 2 ms and a twentieth. */
    static Truth near(String phase, double millis) {
        double off = 2 + millis / 20;
        return new Truth(phase, millis, millis - off, millis + off);
    }

    /** Within a fixed distance. */
    static Truth within(String phase, double millis, double off) {
        return new Truth(phase, millis, millis - off, millis + off);
    }

    /** Never less, and at most so much more. */
    static Truth atLeast(String phase, double millis, double more) {
        return new Truth(phase, millis, millis, millis + more);
    }

    /** Next to nothing of a whole call: at most 2 ms and a fiftieth. */
    static Truth almostNothing(String phase, double total) {
        return new Truth(phase, 0, 0, 2 + total / 50);
    }

    boolean allows(double figure) {
        return figure >= least && figure <= most;
    }
}
