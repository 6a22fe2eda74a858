package dev.goldenpath.runlog;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.KnownFailures;
import dev.goldenpath.verdict.Referee;
import dev.goldenpath.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a log says of one attempt of a test.
 *
 * @param number from 1
 * @param verdict MISSING when it began and its end was never written
 * @param grade how well a pass is proven, absent for every other verdict
 * @param duration absent for a test that never started, or whose end was never written
 * @param facts what the verdict rests on; of a pass that has settled, what it came to then
 * @param failure what ended it, absent where nothing did
 * @param reason why it was skipped, absent where it was not
 * @param cause the root cause it shares with others, absent where it has one of its own
 * @param issue id of the known issue that it failed of, absent where it is not KNOWN
 * @param circumstances when it ran, what it needs, and what it met that looks like an outage
 * @since 0.1.0
 */
public record LoggedAttempt(
        int number,
        Verdict verdict,
        @Nullable Grade grade,
        @Nullable Duration duration,
        List<Fact> facts,
        @Nullable LoggedFailure failure,
        @Nullable String reason,
        @Nullable String cause,
        @Nullable String issue,
        Circumstances circumstances) {

    /** What is said of a pass that the network witness has taken back. */
    public static final String TAKEN_BACK =
            "This test passed, and the pass was taken back when the network witness had settled.";

    /** Copies the facts. */
    public LoggedAttempt {
        facts = List.copyOf(facts);
    }

    /** One of whose circumstances nothing is known. */
    public LoggedAttempt(
            int number,
            Verdict verdict,
            @Nullable Grade grade,
            @Nullable Duration duration,
            List<Fact> facts,
            @Nullable LoggedFailure failure,
            @Nullable String reason,
            @Nullable String cause) {
        this(number, verdict, grade, duration, facts, failure, reason, cause, null, Circumstances.UNKNOWN);
    }

    /** Why a pass was taken back when the network witness had settled; empty where none was. */
    public Optional<String> takenBack() {
        return verdict == Verdict.SUSPECT && failure == null && !facts.isEmpty()
                ? Optional.of(Fact.message(TAKEN_BACK, facts))
                : Optional.empty();
    }

    /** Why it was skipped, else what ended it, with what is known of that; empty where there is neither. */
    public Optional<String> message() {
        if (failure == null) {
            return Optional.ofNullable(reason).or(this::takenBack);
        }
        String known = reason == null ? "" : reason + ": ";
        return Optional.of(known + failure.headline() + remarks());
    }

    /** What known issues have to do with its failure, each in a line of its own, behind a line end; may be empty. */
    public String remarks() {
        return facts.stream()
                .filter(fact -> fact.key().equals(KnownFailures.FACT))
                .map(fact -> "\n" + fact.key() + ": " + fact.value())
                .collect(Collectors.joining());
    }

    /** Whether an answer it got, or asserts on, holds a payload marker. */
    public boolean isMarked() {
        return circumstances.marked()
                || facts.stream().anyMatch(fact -> fact.key().equals(Referee.MARKER));
    }

    /** As it was settled: then nothing but the facts tells why it is no pass. */
    LoggedAttempt settled(Verdict settled, @Nullable Grade settledAs, List<Fact> settledBy) {
        return new LoggedAttempt(
                number, settled, settledAs, duration, settledBy, failure, reason, cause, issue, circumstances);
    }

    LoggedAttempt in(Circumstances other) {
        return new LoggedAttempt(number, verdict, grade, duration, facts, failure, reason, cause, issue, other);
    }

    static LoggedAttempt unfinished(int number, Instant startedAt) {
        return new LoggedAttempt(number, Verdict.MISSING, null, null, List.of(), null, null, null)
                .in(new Circumstances(startedAt, null, List.of(), List.of()));
    }
}
