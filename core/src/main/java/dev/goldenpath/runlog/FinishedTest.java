package dev.goldenpath.runlog;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt of a test ended.
 *
 * @param test JUnit unique id
 * @param attempt from 1
 * @param verdict the referee's ruling
 * @param grade how well a pass is proven, absent for every other verdict
 * @param duration absent for a test that never started
 * @param facts what the ruling rests on
 * @param failure what ended the test, absent where nothing did
 * @param reason why a skipped test was skipped
 * @param cause the root cause this test shares with others, absent where it has one of its own
 * @since 0.1.0
 */
public record FinishedTest(
        String test,
        int attempt,
        Verdict verdict,
        @Nullable Grade grade,
        @Nullable Duration duration,
        List<Fact> facts,
        @Nullable Throwable failure,
        @Nullable String reason,
        @Nullable String cause) {

    /** Copies the facts. */
    public FinishedTest {
        facts = List.copyOf(facts);
    }
}
