package dev.goldenpath.verdict;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * Rules on tests. It only ever makes an outcome worse. Stateless.
 *
 * @since 0.1.0
 */
public final class Referee {
    private static final String NO_PROOF =
            "This test passed, but nothing shows that a declared service did any work in it.";

    private Referee() {}

    /**
     * Rules on a test whose method has just returned normally.
     *
     * @return the facts that support the pass
     * @throws SuspectPassError when no answer of a declared service supports it
     */
    public static List<Fact> support(Recording recording) {
        List<Fact> facts = new ArrayList<>();
        int answers = recording.answers(Phase.TEST);
        if (answers > 0) {
            facts.add(Fact.of("answers in the test", answers));
        }
        recording.citations().forEach(answer -> facts.add(Fact.of("asserted on from set-up", answer)));
        if (facts.isEmpty()) {
            throw new SuspectPassError(NO_PROOF, missingProof(recording));
        }
        return facts;
    }

    /** What a throwable that ended a test at {@code moment} means. */
    public static Verdict verdictOn(Throwable throwable, Moment moment) {
        if (throwable instanceof EnvironmentNotReadyException) {
            return Verdict.BLOCKED;
        }
        if (throwable instanceof SuspectPassError) {
            return Verdict.SUSPECT;
        }
        boolean failed = throwable instanceof AssertionError
                || throwable instanceof TimeoutException
                || throwable instanceof ServiceCallException;
        return failed && moment == Moment.TEST ? Verdict.FAILED : Verdict.ERROR;
    }

    private static List<Fact> missingProof(Recording recording) {
        int before = recording.answers(Phase.SETUP);
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("in the test", "0 HTTP responses, 0 received messages"));
        facts.add(Fact.of(
                "in its set-up",
                before == 0
                        ? "0 answers"
                        : before + (before == 1 ? " answer" : " answers")
                                + ", which the test's own assertions never looked at"));
        facts.add(Fact.of(
                "what to do",
                "Call a service through an injected client in the test itself, or assert on a response of its set-up "
                        + "with assertThat(response)."));
        return facts;
    }
}
