package dev.goldenpath.jupiter;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.verdict.ForeignPeers;
import dev.goldenpath.verdict.Grade;
import dev.goldenpath.verdict.PassClaim;
import dev.goldenpath.verdict.Referee;
import dev.goldenpath.verdict.Ruling;
import dev.goldenpath.verdict.SuspectPassError;
import dev.goldenpath.verdict.Testimony;
import dev.goldenpath.witness.TestWatch;
import dev.goldenpath.witness.WitnessedTest;
import dev.goldenpath.witness.WitnessedTest.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The referee's two rulings on one test: right behind its method, and when the witness has settled. Each is asked for by
 * one thread, the second after the first.
 */
final class PassReview {
    private static final Duration SNAPSHOT_LIMIT = Duration.ofSeconds(5);

    private final PassClaim claim;
    private final TestWatch watch;
    private final Stream<TestWatch> setUps;
    private final ForeignPeers peers;
    private final List<Fact> remarks;
    private @Nullable WitnessedTest ofSetUp;
    private @Nullable Ruling first;

    /**
     * A review of a test.
     *
     * @param setUps watches over the shared set-up it may rest on
     * @param remarks what a pass has to say besides
     */
    PassReview(PassClaim claim, TestWatch watch, Stream<TestWatch> setUps, ForeignPeers peers, List<Fact> remarks) {
        this.claim = claim;
        this.watch = watch;
        this.setUps = setUps;
        this.peers = peers;
        this.remarks = List.copyOf(remarks);
    }

    /**
     * The first ruling. It waits for the witness only where our own clients' record is not enough.
     *
     * @throws SuspectPassError when the pass is none
     */
    Ruling first() {
        boolean ofItself = claim.recording().answers(Phase.TEST) > 0;
        Optional<Testimony> testimony =
                ofItself && claim.atLeast() == Grade.C ? Optional.empty() : Optional.of(snapshot());
        Ruling ruling = remarked(Referee.rule(claim, testimony));
        first = ruling;
        return ruling;
    }

    /**
     * The second ruling, never better than the first.
     *
     * @throws SuspectPassError when the pass is none
     */
    Ruling settled(WitnessedTest witnessed) {
        Ruling ruling = remarked(Referee.rule(claim, Optional.of(testimony(witnessed))));
        Grade best = first == null ? Grade.C : first.grade();
        return new Ruling(ruling.grade().orWorse(best), ruling.facts());
    }

    private Ruling remarked(Ruling ruling) {
        List<Fact> facts = new ArrayList<>(ruling.facts());
        facts.addAll(remarks);
        return new Ruling(ruling.grade(), facts);
    }

    private Testimony snapshot() {
        WitnessedTest ofTest = watch.snapshot(SNAPSHOT_LIMIT);
        if (ofTest.standing() == Standing.UNWITNESSED
                && !claim.recording().citations().isEmpty()) {
            ofSetUp = setUps.map(setUp -> setUp.snapshot(SNAPSHOT_LIMIT))
                    .filter(witnessed -> witnessed.standing() != Standing.UNWITNESSED)
                    .findFirst()
                    .orElse(null);
        }
        return testimony(ofTest);
    }

    private Testimony testimony(WitnessedTest ofTest) {
        List<Finding> findings = peers.findings(ofTest.rows());
        findings.forEach(claim.recording()::find);
        return new Testimony(ofTest, ofSetUp, findings);
    }
}
