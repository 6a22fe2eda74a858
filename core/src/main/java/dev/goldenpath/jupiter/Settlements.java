package dev.goldenpath.jupiter;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.runlog.FinishedTest;
import dev.goldenpath.runlog.SettledTest;
import dev.goldenpath.verdict.Ruling;
import dev.goldenpath.verdict.SuspectPassError;
import dev.goldenpath.verdict.Verdict;
import dev.goldenpath.witness.WitnessedTest;
import java.util.List;

/** Writes what the witness saw of each test, and what a pass comes to by that. Thread-safe. */
final class Settlements {
    private final RunSession session;

    Settlements(RunSession session) {
        this.session = session;
    }

    /** Waits, on no thread of the caller's, for the witness to settle a test that has finished. */
    void await(FinishedTest finished, TestRun run) {
        run.watch().ends(witnessed -> settle(finished, run, witnessed));
    }

    private void settle(FinishedTest finished, TestRun run, WitnessedTest witnessed) {
        try {
            witnessed.rows().forEach(row -> run.recording().record(row, Phase.TEST, run.startNanos()));
            if (finished.verdict() == Verdict.PASSED) {
                run.review().ifPresent(review -> rule(finished, review, witnessed));
            }
        } catch (RuntimeException e) {
            session.alsoRed(finished.test() + " could not be settled: " + e);
        }
    }

    private void rule(FinishedTest finished, PassReview review, WitnessedTest witnessed) {
        try {
            Ruling ruling = review.settled(witnessed);
            write(new SettledTest(finished.test(), finished.attempt(), Verdict.PASSED, ruling.grade(), ruling.facts()));
        } catch (SuspectPassError e) {
            List<Fact> facts = e.facts();
            write(new SettledTest(finished.test(), finished.attempt(), Verdict.SUSPECT, null, facts));
            session.alsoRed(finished.test() + " passed, and turned SUSPECT when the network witness had settled: "
                    + facts.get(0).key() + ": " + facts.get(0).value());
        }
    }

    private void write(SettledTest settled) {
        session.log().testSettled(settled);
        session.standings().settled(settled);
    }
}
