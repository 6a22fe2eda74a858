package dev.goldenpath.evidence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the evidence of one attempt of a test goes, or of a class, or of the run. Keeps exact counts and the latest few
 * pieces, so that its memory does not grow with the test; all of the evidence goes on to the ledger's sinks. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Recording {
    /** Enough to name in a verdict; the counts stay exact beyond it. */
    private static final int CITATIONS_KEPT = 20;

    private static final int LATEST_KEPT = 20;

    private final Ledger ledger;
    private final @Nullable String test;
    private final @Nullable Integer attempt;
    private final @Nullable String container;
    private final String trace = newTrace();
    private final long number = ThreadLocalRandom.current().nextLong();
    private volatile Phase phase;

    private final Object lock = new Object();
    private final Tally tally = new Tally();
    private final Deque<RecordedEvidence> latest = new ArrayDeque<>();
    private final Set<String> citations = new LinkedHashSet<>();
    private final Suspicions suspicions = new Suspicions();
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>(2);
    private final List<Follower> followers = new CopyOnWriteArrayList<>();

    /** Sees what is recorded. */
    @FunctionalInterface
    public interface Follower {

        /** Called on the thread that records, which has ended what it observed just now; must not wait. */
        void recorded(Observed observed, Phase begunIn, long startNanos);
    }

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

    /** The W3C trace id of all calls that are recorded here: 32 lower-case hexadecimal digits, not all of them zero. */
    public String trace() {
        return trace;
    }

    /** What the events of this JVM's flight recorder call this: random, so that no two in one JVM are alike. */
    public long number() {
        return number;
    }

    /** The number of a call that begins now, unique in this run's part of this JVM. */
    public long nextCall() {
        return ledger.nextCall();
    }

    /** The number of the next thing of this kind that is done here, from 1: so are several of them told apart. */
    public int next(String kind) {
        synchronized (lock) {
            return numbers.merge(kind, 1, Integer::sum);
        }
    }

    private static String newTrace() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return HexFormat.of().toHexDigits(random.nextLong() | 1)
                + HexFormat.of().toHexDigits(random.nextLong());
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
        return record(Observed.of(evidence), begunIn, startNanos);
    }

    /** As above, for what may be yet to be put into words. */
    public RecordedEvidence record(Observed observed, Phase begunIn, long startNanos) {
        for (Follower follower : followers) {
            follower.recorded(observed, begunIn, startNanos);
        }
        RunClock clock = ledger.clock();
        RecordedEvidence recorded = new RecordedEvidence(
                test, attempt, container, begunIn, clock.at(startNanos), clock.offset(startNanos), observed);
        ledger.append(recorded);
        synchronized (lock) {
            tally.add(observed, begunIn);
            if (latest.size() == LATEST_KEPT) {
                latest.removeFirst();
            }
            latest.addLast(recorded);
        }
        if (begunIn == Phase.TEST) {
            suspicions.lookAt(observed);
        }
        return recorded;
    }

    /** Shows {@code follower} what is recorded here from now on, until it {@linkplain #leave leaves}. */
    public void follow(Follower follower) {
        followers.add(follower);
    }

    /** Shows {@code follower} nothing more. */
    public void leave(Follower follower) {
        followers.remove(follower);
    }

    /** Records what a policy found in what this does; a fake counts against the test, whichever phase it is in. */
    public void find(Finding finding) {
        synchronized (lock) {
            if (!findings.add(finding)) {
                return;
            }
        }
        record(finding, System.nanoTime());
    }

    /** What policies found in what this did, each once, in the order it was found. */
    public List<Finding> findings() {
        synchronized (lock) {
            return List.copyOf(findings);
        }
    }

    /**
     * What in the evidence of the test itself speaks against a pass, oldest first, the first few;
     * waits until all of that evidence is in words.
     */
    public Set<String> suspicions() {
        return suspicions.all();
    }

    /** The latest {@value #LATEST_KEPT} pieces recorded here, oldest first. */
    public List<RecordedEvidence> latest() {
        synchronized (lock) {
            return List.copyOf(latest);
        }
    }

    /** How many pieces of this kind were recorded here. */
    public int count(String kind) {
        synchronized (lock) {
            return tally.count(kind);
        }
    }

    /** How many answers of declared services were recorded in {@code phase}. */
    public int answers(Phase phase) {
        synchronized (lock) {
            return tally.answers(phase);
        }
    }

    /**
     * Notes that the test asserted on an answer of its own set-up, or of that of its class. Has no effect outside the
     * test itself, and for any other answer: what another test received proves nothing about this one.
     *
     * @param answer what was asserted on
     * @param words the answer in a few words, for example {@code POST /api/threads → 201}; asked only where it counts
     */
    public void cite(RecordedEvidence answer, Supplier<String> words) {
        if (phase == Phase.TEST
                && answer.phase() == Phase.SETUP
                && answer.observed().answer().isPresent()
                && isOurs(answer)) {
            synchronized (lock) {
                answer.observed().answer().ifPresent(tally::support);
                if (citations.size() < CITATIONS_KEPT) {
                    citations.add(words.get());
                }
            }
            suspicions.lookAt(answer.observed());
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

    /** Who answered what supports a pass, each once: answers in the test itself, and those of set-up it asserted on. */
    public Set<Answer> answerers() {
        synchronized (lock) {
            return tally.answerers();
        }
    }

    /** What went over WebSockets in the test itself, by service. */
    public Map<String, MessageBytes> messages() {
        synchronized (lock) {
            return tally.messages();
        }
    }

    /** The earlier answers this test asserted on, oldest first, the first {@value #CITATIONS_KEPT} of them. */
    public Set<String> citations() {
        synchronized (lock) {
            return new LinkedHashSet<>(citations);
        }
    }
}
