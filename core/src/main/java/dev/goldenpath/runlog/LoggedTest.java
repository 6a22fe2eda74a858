package dev.goldenpath.runlog;

import dev.goldenpath.verdict.Verdict;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run's logs say of one test.
 *
 * @param plan the test as planned
 * @param verdict of its last attempt; MISSING when none was reported
 * @param duration of its last attempt, absent for a test that never started
 * @param message what ended it, absent where nothing did
 * @param cause the root cause it shares with others, absent where it has one of its own
 * @since 0.1.0
 */
public record LoggedTest(
        PlannedTest plan,
        Verdict verdict,
        @Nullable Duration duration,
        @Nullable String message,
        @Nullable String cause) {

    /** How long its last attempt took; empty for a test that never started. */
    public Optional<Duration> took() {
        return Optional.ofNullable(duration);
    }
}
