package dev.goldenpath.verdict;

import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.witness.WitnessedTest;
import dev.goldenpath.witness.WitnessedTest.Standing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the network witness has to say, put to the referee.
 *
 * @param ofTest the testimony on the test itself
 * @param ofSetUp the testimony on the shared set-up that the test asserts on, absent where it needs none
 * @param findings what the peer policy finds in the traffic
 * @since 0.1.0
 */
public record Testimony(WitnessedTest ofTest, @Nullable WitnessedTest ofSetUp, List<Finding> findings) {

    /** Copies the findings. */
    public Testimony {
        findings = List.copyOf(findings);
    }

    /** What the witness saw of the test where it saw anything, else of the set-up. */
    private WitnessedTest decisive() {
        return ofSetUp != null && ofTest.standing() == Standing.UNWITNESSED ? ofSetUp : ofTest;
    }

    boolean isProven() {
        return decisive().standing() == Standing.PROVEN;
    }

    /** What in it speaks against a pass. */
    List<Fact> objections() {
        WitnessedTest witnessed = decisive();
        List<Fact> objections = new ArrayList<>();
        witnessed.contradictions().forEach(words -> objections.add(Fact.of("witness", words)));
        witnessed.inThisJvm().forEach(peer -> objections.add(servedHere(peer)));
        if (ofTest.forged() > 0) {
            objections.add(Fact.of(
                    "forged events",
                    ofTest.forged() + " that bear the name of a socket event and are none of the JVM's"));
        }
        return objections;
    }

    /**
     * That the answer came from the tests' own process.
     *
     * @param peer {@code address:port}
     */
    public static Fact servedHere(String peer) {
        return Fact.of(
                "served in this JVM", peer + " is a server in the process of the tests, and no service elsewhere");
    }

    /** The answers of declared services to foreign clients. */
    List<Fact> foreignAnswers() {
        List<Fact> answers = new ArrayList<>();
        ofTest.foreignAnswers()
                .forEach((service, bytes) -> answers.add(Fact.of(
                        "witness only",
                        bytes.sent() + " bytes to " + service + ", " + bytes.received() + " bytes back")));
        return answers;
    }

    /** What it comes to. */
    Fact words() {
        return Fact.of("witness", decisive().words());
    }
}
