package dev.goldenpath.verdict;

import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Recording;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Rules on tests. It only ever makes an outcome worse. Stateless.
 *
 * @since 0.1.0
 */
public final class Referee {
    /** The key of a fact that tells of a payload marker. */
    public static final String MARKER = "marker in an answer";

    private static final String NO_PROOF =
            "This test passed, but nothing shows that a declared service did any work in it.";
    private static final String NOT_REAL = "This test passed, but not everything in it is what it says it is.";

    private Referee() {}

    /**
     * Rules on a test whose method has returned normally: right behind it, and once more when the witness has settled.
     *
     * @param testimony what the witness has to say; empty while that is to come, and taken to be a confirmation then
     * @return the grade, and the facts that support the pass
     * @throws SuspectPassError when something speaks against the pass, when no answer of a declared service supports it,
     *     or when it is worth less than its author demands
     */
    public static Ruling rule(PassClaim claim, Optional<Testimony> testimony) {
        List<Fact> objections = objections(claim, testimony);
        if (!objections.isEmpty()) {
            throw new SuspectPassError(NOT_REAL, objections);
        }
        Recording recording = claim.recording();
        List<Fact> support = new ArrayList<>();
        int answers = recording.answers(Phase.TEST);
        if (answers > 0) {
            support.add(Fact.of("answers in the test", answers));
        }
        recording.citations().forEach(answer -> support.add(Fact.of("asserted on from set-up", answer)));
        boolean ofOurOwn = !support.isEmpty();
        testimony.map(Testimony::foreignAnswers).ifPresent(support::addAll);
        if (support.isEmpty()) {
            throw new SuspectPassError(NO_PROOF, missingProof(recording, testimony));
        }
        return graded(claim, testimony, support, ofOurOwn);
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

    private static Ruling graded(PassClaim claim, Optional<Testimony> testimony, List<Fact> support, boolean ofOurOwn) {
        List<Fact> facts = new ArrayList<>(support);
        testimony.map(Testimony::words).ifPresent(facts::add);
        boolean proven = testimony.map(Testimony::isProven).orElse(true);
        List<Fact> limits =
                ofOurOwn ? claim.limits() : List.of(Fact.of("not A", "only the witness has seen an answer"));
        Grade grade = !proven ? Grade.C : limits.isEmpty() ? Grade.A : Grade.B;
        if (grade == Grade.B) {
            facts.addAll(limits);
        }
        allowed(claim).forEach(finding -> facts.add(Fact.of("allowed fake", finding.words())));
        if (!grade.isAtLeast(claim.atLeast())) {
            facts.add(Fact.of("what to do", "Give the service what the facts miss, or demand less with atLeast."));
            throw new SuspectPassError(
                    "This test passed with grade " + grade + ", and @GoldenPath(atLeast = " + claim.atLeast()
                            + ") demands better.",
                    facts);
        }
        return new Ruling(grade, facts);
    }

    private static List<Fact> objections(PassClaim claim, Optional<Testimony> testimony) {
        List<Finding> findings = Stream.of(
                        claim.code(),
                        claim.recording().findings(),
                        testimony.map(Testimony::findings).orElse(List.of()))
                .flatMap(List::stream)
                .filter(finding -> finding.effect() == Effect.FAKE)
                .distinct()
                .toList();
        List<Fact> objections = new ArrayList<>();
        findings.forEach(finding -> objections.add(Fact.of(finding.rule(), words(finding))));
        claim.recording().suspicions().forEach(words -> objections.add(Fact.of(MARKER, words)));
        objections.addAll(claim.objections());
        testimony.map(Testimony::objections).ifPresent(objections::addAll);
        Set<String> remedies = new LinkedHashSet<>();
        findings.forEach(finding -> remedies.add(finding.remedy()));
        remedies.forEach(remedy -> objections.add(Fact.of("what to do", remedy)));
        return objections;
    }

    private static String words(Finding finding) {
        return finding.source() == null ? finding.words() : finding.words() + " (" + finding.source() + ")";
    }

    private static List<Finding> allowed(PassClaim claim) {
        return claim.code().stream()
                .filter(finding -> finding.effect() == Effect.ALLOWED)
                .toList();
    }

    private static List<Fact> missingProof(Recording recording, Optional<Testimony> testimony) {
        int before = recording.answers(Phase.SETUP);
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("in the test", "0 HTTP responses, 0 received messages"));
        facts.add(Fact.of(
                "in its set-up",
                before == 0
                        ? "0 answers"
                        : before + (before == 1 ? " answer" : " answers")
                                + ", which the test's own assertions never looked at"));
        testimony.map(Testimony::words).ifPresent(facts::add);
        facts.add(Fact.of(
                "what to do",
                "Call a service through an injected client in the test itself, or assert on a response of its set-up "
                        + "with assertThat(response)."));
        return facts;
    }
}
