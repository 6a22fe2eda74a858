package dev.goldenpath.runlog;

import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Phase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One exchange with its place in the run, as a log holds it.
 *
 * @param test JUnit unique id of the test it belongs to, absent for one of a class or of the whole run
 * @param attempt which attempt of that test, from 1; absent together with {@code test}
 * @param phase the part of the test it was made in
 * @param startedAt when it began, to the microsecond
 * @param exchange what was observed
 * @since 0.1.0
 */
public record LoggedExchange(
        @Nullable String test, @Nullable Integer attempt, Phase phase, Instant startedAt, HttpExchange exchange) {}
