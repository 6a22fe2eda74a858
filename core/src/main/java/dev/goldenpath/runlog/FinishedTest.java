package dev.goldenpath.runlog;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.Verdict;
import java.time.Duration;
import java.util.Collection;
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
 * @param needs names of the services it can't do without, in any order; empty where that is not known
 * @param issue id of the known issue that it failed of, absent where it is not KNOWN
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
        @Nullable String cause,
        List<String> needs,
        @Nullable String issue) {

    /** Copies the lists. */
    public FinishedTest {
        facts = List.copyOf(facts);
        needs = List.copyOf(needs);
    }

    /** One of which is not known what it needs. */
    public FinishedTest(
            String test,
            int attempt,
            Verdict verdict,
            @Nullable Grade grade,
            @Nullable Duration duration,
            List<Fact> facts,
            @Nullable Throwable failure,
            @Nullable String reason,
            @Nullable String cause) {
        this(test, attempt, verdict, grade, duration, facts, failure, reason, cause, List.of(), null);
    }

    /** The same, of a test that can't do without these services. */
    public FinishedTest needing(Collection<String> services) {
        return new FinishedTest(
                test,
                attempt,
                verdict,
                grade,
                duration,
                facts,
                failure,
                reason,
                cause,
                services.stream().sorted().toList(),
                issue);
    }

    /** The same, which is the failure of this known issue. */
    public FinishedTest knownAs(String id) {
        return new FinishedTest(test, attempt, Verdict.KNOWN, null, duration, facts, failure, reason, cause, needs, id);
    }
}
