package dev.goldenpath.users;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Measurement;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.Step;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes into the record of a test what came of its many users. Where it has users do several things one after the other,
 * each is told apart from the first.
 */
final class UsersRecord {
    private static final List<Integer> PERCENTS = List.of(50, 95, 99);

    private final Recording recording;
    private final Redaction redaction;
    private final Consumer<Fact> remarks;
    private final String mark;

    UsersRecord(Recording recording, Redaction redaction, Consumer<Fact> remarks) {
        this.recording = recording;
        this.redaction = redaction;
        this.remarks = remarks;
        int time = recording.next("users");
        this.mark = time == 1 ? "" : " (" + time + ")";
    }

    void remark(String key, Object value) {
        remarks.accept(Fact.of(key + mark, value));
    }

    void result(UsersResult result) {
        remark("users", result);
        measure("users" + mark, result.users().size(), "users");
        measure("users that passed" + mark, result.passed(), "users");
        measure("users in flight at once" + mark, result.inFlight(), "users");
        for (StepFigures step : result.steps().values()) {
            remark("step", step);
            if (step.count() > 0) {
                for (int percent : PERCENTS) {
                    measure(
                            step.name() + mark + ", p" + percent + " of " + step.count(),
                            step.percentile(percent).toNanos() / 1e6,
                            "ms");
                }
            }
        }
    }

    /**
     * Of each user that failed its journey, as a step of that user; reports find it by the end of its name.
     *
     * @param beginNanos of the journey; 0 where it never began, as without a log-in
     */
    void failure(UserOutcome outcome, long beginNanos) {
        long begin = beginNanos == 0 ? System.nanoTime() : beginNanos;
        outcome.failure()
                .map(words -> words.substring(outcome.user().length()).replaceFirst("^: ", ""))
                .ifPresent(words -> recording.record(
                        new Step(
                                redaction.text(outcome.user() + ": journey"),
                                outcome.took(),
                                Words.oneLine(redaction.text(words)),
                                outcome.user()),
                        begin));
    }

    /** Of each user that received what is another's, likewise. */
    void contamination(Contaminations.Seen seen) {
        recording.record(
                new Step(redaction.text(seen.user() + ": kept apart"), null, redaction.text(seen.words()), seen.user()),
                seen.nanos());
    }

    private void measure(String name, double value, String unit) {
        recording.record(new Measurement(redaction.text(name), value, unit), System.nanoTime());
    }
}
