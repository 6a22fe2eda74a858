package dev.goldenpath.jupiter;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.runlog.FinishedTest;
import dev.goldenpath.verdict.Moment;
import dev.goldenpath.verdict.Referee;
import dev.goldenpath.verdict.SuspectPassError;
import dev.goldenpath.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the end of a test that did not pass comes to. Stateless. */
final class TestEnds {
    private TestEnds() {}

    static FinishedTest aborted(String id, int attempt, @Nullable Duration took, @Nullable Throwable thrown) {
        if (thrown instanceof KnownIssueAbort known) {
            return new FinishedTest(
                            id, attempt, Verdict.KNOWN, null, took, List.of(), known.failure(), known.reason(), null)
                    .knownAs(known.id());
        }
        return skipped(id, attempt, took, reasonOf(thrown));
    }

    static FinishedTest skipped(String id, int attempt, @Nullable Duration took, String reason) {
        return new FinishedTest(id, attempt, Verdict.SKIPPED, null, took, List.of(), null, reason, null);
    }

    static FinishedTest failed(
            String id, int attempt, @Nullable Duration took, Throwable thrown, Moment moment, List<Fact> remarks) {
        Throwable meant = KnownFailureCheck.meaning(thrown);
        return new FinishedTest(
                id,
                attempt,
                Referee.verdictOn(meant, moment),
                null,
                took,
                thrown instanceof SuspectPassError suspect ? suspect.facts() : remarks,
                thrown,
                null,
                sharedCause(meant));
    }

    /** The root cause that many tests have in common by its nature. */
    private static @Nullable String sharedCause(Throwable refusal) {
        if (refusal instanceof EnvironmentNotReadyException notReady) {
            return notReady.rootCause();
        }
        return refusal instanceof ConfigurationException ? refusal.getMessage() : null;
    }

    static FinishedTest withCause(FinishedTest failed, Throwable thrown) {
        String cause = failed.cause() != null ? failed.cause() : "set-up of its class: " + thrown;
        return new FinishedTest(
                failed.test(),
                failed.attempt(),
                failed.verdict(),
                null,
                failed.duration(),
                failed.facts(),
                failed.failure(),
                null,
                cause);
    }

    static Throwable required(@Nullable Throwable thrown) {
        return thrown == null ? new IllegalStateException("JUnit gave no reason for the failure") : thrown;
    }

    static String reasonOf(@Nullable Throwable thrown) {
        String message = thrown == null ? null : thrown.getMessage();
        return message == null ? "aborted" : message;
    }
}
