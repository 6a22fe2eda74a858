package dev.goldenpath.users;

import java.time.Duration;

/**
 * How many users go on together.
 *
 * @param limit how long all may take from the moment they begin
 * @param rampUp from the begin of the first to that of the last
 * @param think from the end of an iteration to the next
 * @param iterations of each, at least one
 * @param tolerated how many users may fail
 * @param overlapping how many have to be in flight at once at least
 */
record Pacing(Duration limit, Duration rampUp, Duration think, int iterations, int tolerated, int overlapping) {
    private static final Duration USUAL_LIMIT = Duration.ofSeconds(60);

    /** All at once, once, within a minute; none may fail, and two of several have to overlap. */
    static Pacing usual(int users) {
        return new Pacing(USUAL_LIMIT, Duration.ZERO, Duration.ZERO, 1, 0, Math.min(2, users));
    }

    /** One call each, at the same instant. */
    Pacing ofRace() {
        return new Pacing(limit, Duration.ZERO, Duration.ZERO, 1, tolerated, overlapping);
    }

    Pacing {
        if (limit.isNegative() || limit.isZero() || rampUp.isNegative() || think.isNegative()) {
            throw new IllegalArgumentException("A limit is positive, and no other time is negative.");
        }
        if (iterations < 1 || tolerated < 0 || overlapping < 0) {
            throw new IllegalArgumentException("At least one iteration, and no negative number of users.");
        }
    }
}
