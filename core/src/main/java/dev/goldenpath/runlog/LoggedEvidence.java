package dev.goldenpath.runlog;

import dev.goldenpath.evidence.Evidence;
import dev.goldenpath.evidence.Phase;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Evidence with its place in the run, as a log holds it.
 *
 * @param <E> kind of the evidence
 * @param log the file that holds it
 * @param test JUnit unique id of the test it belongs to, absent for that of a class or of the whole run
 * @param attempt which attempt of that test, from 1; absent together with {@code test}
 * @param phase the part of the test it was observed in
 * @param startedAt when it began, to the microsecond
 * @param evidence what was observed
 * @param line of the log in which it stands, from 1; 0 where that is not known
 * @since 0.1.0
 */
public record LoggedEvidence<E extends Evidence>(
        Path log,
        @Nullable String test,
        @Nullable Integer attempt,
        Phase phase,
        Instant startedAt,
        E evidence,
        int line) {

    /** One of which is not known in which line it stands. */
    public LoggedEvidence(
            Path log, @Nullable String test, @Nullable Integer attempt, Phase phase, Instant startedAt, E evidence) {
        this(log, test, attempt, phase, startedAt, evidence, 0);
    }
}
