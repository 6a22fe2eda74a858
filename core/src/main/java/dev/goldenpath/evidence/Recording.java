package dev.goldenpath.evidence;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
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
    private volatile Phase phase;

    private final Object lock = new Object();
    private final Map<Phase, Integer> answers = new EnumMap<>(Phase.class);
    private final Set<String> citations = new LinkedHashSet<>();

    Recording(Ledger ledger, @Nullable String test, @Nullable Integer attempt, Phase phase) {
        this.ledger = ledger;
        this.test = test;
        this.attempt = attempt;
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

    /** The part of the test that is running now. */
    public Phase phase() {
        return phase;
    }

    /** Says which part of the test runs from now on. */
    public void enter(Phase next) {
        phase = next;
    }

    /**
     * Records what was observed, in the phase that runs now.
     *
     * @param startNanos {@link System#nanoTime()} at which it began
     */
    public RecordedEvidence record(Evidence evidence, long startNanos) {
        Phase now = phase;
        if (evidence.answered()) {
            synchronized (lock) {
                answers.merge(now, 1, Integer::sum);
            }
        }
        return ledger.append(this, now, startNanos, evidence);
    }

    /** How many answers of declared services were recorded in {@code phase}. */
    public int answers(Phase phase) {
        synchronized (lock) {
            return answers.getOrDefault(phase, 0);
        }
    }

    /**
     * Notes that the test asserted on an answer it had received before, in its own set-up or in that of its class. Has
     * no effect outside the test itself.
     *
     * @param answer the answer in a few words, for example {@code POST /api/threads → 201}
     */
    public void cite(String answer) {
        if (phase == Phase.TEST) {
            synchronized (lock) {
                if (citations.size() < CITATIONS_KEPT) {
                    citations.add(answer);
                }
            }
        }
    }

    /** The earlier answers this test asserted on, oldest first, the first {@value #CITATIONS_KEPT} of them. */
    public Set<String> citations() {
        synchronized (lock) {
            return new LinkedHashSet<>(citations);
        }
    }
}
