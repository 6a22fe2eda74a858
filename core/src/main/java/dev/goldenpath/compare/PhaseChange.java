package dev.goldenpath.compare;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long one phase of the calls to a service took in both runs, by all samples that have their like in the other run:
 * calls of the same method, path and status.
 *
 * @param service name of the declared service
 * @param phase {@code dns}, {@code wait} and so on, or {@code total}
 * @param before how many samples the first run has
 * @param after how many the second has
 * @param medianBefore of the first run's samples, absent where it has none
 * @param medianAfter of the second's, likewise
 * @param effect by how much they differ; absent where they were not judged
 * @param judgement what that comes to
 * @since 0.1.0
 */
public record PhaseChange(
        String service,
        String phase,
        int before,
        int after,
        @Nullable Duration medianBefore,
        @Nullable Duration medianAfter,
        @Nullable Effect effect,
        Judgement judgement) {

    /**
     * How large a difference is, and how likely chance alone makes it.
     *
     * @param shift the median of all differences between a sample of the second run and its like of the first
     * @param factor the same as a factor: 1.3 is slower by 30 %
     * @param superiority how likely a call of the second run takes longer than its like of the first, 0.5 where both are
     *     alike; twice that, less 1, is Cliff's delta
     * @param slowerByChance how likely chance alone makes any of the judged phases of a run look that much slower
     * @param fasterByChance the same of faster
     */
    public record Effect(
            Duration shift, double factor, double superiority, double slowerByChance, double fasterByChance) {}

    /** What a difference comes to. */
    public enum Judgement {
        /** It takes longer now; chance hardly explains it, and it is no trifle. */
        SLOWER,
        /** It takes less time now, likewise. */
        FASTER,
        /** Nothing shows that it takes longer, or less: that is not to say that it does not. */
        ALIKE,
        /** One of the runs has too few samples to tell. */
        TOO_FEW,
        /** It takes so little time that no difference matters. */
        TOO_SHORT
    }
}
