package dev.goldenpath.verdict;

/**
 * Why a run is not good enough.
 *
 * @param kind whose matter it is
 * @param words a sentence, or several
 * @since 0.1.0
 */
public record GateReason(Kind kind, String words) {

    /** Whose matter a reason is; of several, the first in this order is what a run is red for. */
    public enum Kind {
        /** Tests are FAILED or ERROR. */
        FAILURES,
        /** A policy is broken: tests are SUSPECT, or the code or the traffic of tests is not what is declared. */
        POLICY,
        /**
         * The gate alone minds it: tests are MISSING, KNOWN or skipped, an issue has expired, a JVM was killed, a budget is
         * spent.
         */
        GATE,
        /** Tests are ERROR because the configuration can't be used, and for nothing else. */
        CONFIGURATION,
        /** Tests are BLOCKED. */
        ENVIRONMENT,
        /** There was no test. */
        NO_TESTS
    }
}
