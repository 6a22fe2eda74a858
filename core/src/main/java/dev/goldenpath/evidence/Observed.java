package dev.goldenpath.evidence;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was observed: told already, or by whoever asks first. To redact and to digest what a call has exchanged takes
 * longer than a short call itself, so that is best done behind the back of the test. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Observed {
    private final String kind;
    private final boolean answered;
    private final int weight;
    private @Nullable Supplier<? extends Evidence> telling;
    private volatile @Nullable Evidence told;

    private Observed(String kind, boolean answered, int weight) {
        this.kind = kind;
        this.answered = answered;
        this.weight = weight;
    }

    /** Evidence that is there. */
    public static Observed of(Evidence evidence) {
        Observed observed = new Observed(evidence.kind(), evidence.answered(), evidence.weight());
        observed.told = evidence;
        return observed;
    }

    /**
     * Evidence that is yet to be put into words.
     *
     * @param kind its {@link Evidence#kind()}
     * @param answered its {@link Evidence#answered()}
     * @param weight its {@link Evidence#weight()}
     * @param telling called once, on any thread; must neither wait nor throw, and read only what changes no more
     */
    public static Observed later(String kind, boolean answered, int weight, Supplier<? extends Evidence> telling) {
        Observed observed = new Observed(kind, answered, weight);
        observed.telling = telling;
        return observed;
    }

    /** As {@link Evidence#kind()}. */
    public String kind() {
        return kind;
    }

    /** As {@link Evidence#answered()}. */
    public boolean answered() {
        return answered;
    }

    /** As {@link Evidence#weight()}. */
    public int weight() {
        return weight;
    }

    /** Whether it is in words, so that {@link #evidence()} gives it at once. */
    boolean isTold() {
        return told != null;
    }

    /** The evidence itself, always the same. */
    public synchronized Evidence evidence() {
        if (told == null) {
            Supplier<? extends Evidence> first = Objects.requireNonNull(telling, "what was observed could not be told");
            // Asked once, also where it throws: what it reads, such as a digest, may be read once.
            telling = null;
            told = first.get();
        }
        return told;
    }

    /** The evidence in words. */
    @Override
    public String toString() {
        return evidence().toString();
    }
}
