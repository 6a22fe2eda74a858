package dev.goldenpath.evidence;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the evidence of one attempt of a test goes, or of a class, or of the run. Keeps exact counts for the referee; the
 * evidence itself goes on to the ledger's sinks. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Recording {
    /** Enough to name in a verdict; the counts stay exact beyond it. */
    private static final int CITATIONS_KEPT = 20;

    private final Ledger ledger;
    private final @Nullable String test;
    private final @Nullable Integer attempt;
    private final @Nullable String container;
    private volatile Phase phase;

    private final Object lock = new Object();
    private final Map<Phase, Integer> answers = new EnumMap<>(Phase.class);
    private final Set<String> citations = new LinkedHashSet<>();

    Recording(
            Ledger ledger, @Nullable String test, @Nullable Integer attempt, @Nullable String container, Phase phase) {
        this.ledger = ledger;
        this.test = test;
        this.attempt = attempt;
        this.container = container;
        this.phase = phase;
    }

    /** JUnit unique id of the test, empty when this belongs to a class or to the run. */
    public Optional<String> test() {
        return Optional.ofNullable(test);
    }

    /** Which attempt of the test, from 1; empty when this belongs to a class or to the run. */
    public Optional<Integer> attempt() {
        return Optional.ofNullable(attempt);
    }

    /** JUnit unique id of the class or factory this belongs to, empty when it belongs to a test or to the run. */
    Optional<String> container() {
        return Optional.ofNullable(container);
    }

    /** The part of the test that is running now. */
    public Phase phase() {
        return phase;
    }

    /** Says which part of the test runs from now on. */
    public void enter(Phase next) {
        phase = next;
    }

    /**
     * Records what was observed at once, in the phase that runs now.
     *
     * @param startNanos {@link System#nanoTime()} at which it began
     */
    public RecordedEvidence record(Evidence evidence, long startNanos) {
        return record(evidence, phase, startNanos);
    }

    /**
     * Records what took its time.
     *
     * @param begunIn the phase that ran when it began: what a set-up started is no work of the test
     * @param startNanos {@link System#nanoTime()} at which it began
     */
    public RecordedEvidence record(Evidence evidence, Phase begunIn, long startNanos) {
        if (evidence.answered()) {
            synchronized (lock) {
                answers.merge(begunIn, 1, Integer::sum);
            }
        }
        return ledger.append(this, begunIn, startNanos, evidence);
    }

    /** How many answers of declared services were recorded in {@code phase}. */
    public int answers(Phase phase) {
        synchronized (lock) {
            return answers.getOrDefault(phase, 0);
        }
    }

    /**
     * Notes that the test asserted on an answer of its own set-up, or of that of its class. Has no effect outside the
     * test itself, and for any other answer: what another test received proves nothing about this one.
     *
     * @param answer what was asserted on
     * @param words the answer in a few words, for example {@code POST /api/threads → 201}
     */
    public void cite(RecordedEvidence answer, String words) {
        if (phase == Phase.TEST
                && answer.phase() == Phase.SETUP
                && answer.evidence().answered()
                && isOurs(answer)) {
            synchronized (lock) {
                if (citations.size() < CITATIONS_KEPT) {
                    citations.add(words);
                }
            }
        }
    }

    private boolean isOurs(RecordedEvidence answer) {
        if (test == null) {
            return false;
        }
        return answer.container() != null
                ? test.startsWith(answer.container() + "/")
                : test.equals(answer.test()) && Objects.equals(attempt, answer.attempt());
    }

    /** The earlier answers this test asserted on, oldest first, the first {@value #CITATIONS_KEPT} of them. */
    public Set<String> citations() {
        synchronized (lock) {
            return new LinkedHashSet<>(citations);
        }
    }
}
