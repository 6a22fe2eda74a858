package dev.goldenpath.evidence;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Evidence with its place in the run.
 *
 * @param test JUnit unique id of the test it belongs to, absent for evidence of a class or of the whole run
 * @param attempt which attempt of that test, from 1; absent together with {@code test}
 * @param container JUnit unique id of the class or factory whose shared set-up it belongs to, absent for all other
 * @param phase the part of the test it was observed in
 * @param startedAt when it began, to the microsecond
 * @param offset when it began, on the monotonic clock of the run
 * @param observed what was observed
 * @since 0.1.0
 */
public record RecordedEvidence(
        @Nullable String test,
        @Nullable Integer attempt,
        @Nullable String container,
        Phase phase,
        Instant startedAt,
        Duration offset,
        Observed observed) {

    /** What was observed, in words: the first to ask may have to wait for them. */
    public Evidence evidence() {
        return observed.evidence();
    }
}
