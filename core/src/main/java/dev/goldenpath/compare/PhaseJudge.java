package dev.goldenpath.compare;

import dev.goldenpath.compare.PhaseChange.Effect;
import dev.goldenpath.compare.PhaseChange.Judgement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Judges all phases of two runs together, so that the chance of flagging any of them as slower, where nothing is, stays
 * below {@code alpha} however many there are.
 *
 * @param alpha that chance, between 0 and 1; the same for faster
 */
record PhaseJudge(double alpha) {
    /** With fewer samples in a run nothing is judged. */
    static final int FEWEST = 10;

    /** What takes less than this on average, over both runs, is not judged. */
    static final Duration SHORTEST = Duration.ofNanos(100_000);

    /** What changes by a smaller factor is a trifle, however sure. */
    static final double LEAST = 1.05;

    /** All samples of one phase of a service. */
    record Samples(String service, String phase, List<Stratum> strata) {

        /** Without what has no like in the other run. */
        Samples {
            strata = strata.stream()
                    .filter(each -> each.before().length > 0 && each.after().length > 0)
                    .toList();
        }

        long[] all(Function<Stratum, long[]> side) {
            return strata.stream()
                    .flatMapToLong(each -> Arrays.stream(side.apply(each)))
                    .sorted()
                    .toArray();
        }

        /** Why they are not judged; ALIKE where they are. What this rests on does not depend on which run is which. */
        Judgement admission() {
            int first = strata.stream().mapToInt(each -> each.before().length).sum();
            int second = strata.stream().mapToInt(each -> each.after().length).sum();
            if (Math.min(first, second) < FEWEST) {
                return Judgement.TOO_FEW;
            }
            double mean = strata.stream().mapToDouble(Stratum::sum).sum() / (first + second);
            return mean * 1_000 < SHORTEST.toNanos() ? Judgement.TOO_SHORT : Judgement.ALIKE;
        }
    }

    /** In their order. */
    List<PhaseChange> judge(List<Samples> phases) {
        List<Samples> judged = phases.stream()
                .filter(each -> each.admission() == Judgement.ALIKE)
                .toList();
        List<RankTest> tests =
                judged.stream().map(each -> RankTest.of(each.strata())).toList();
        double[] slower = Holm.corrected(
                tests.stream().mapToDouble(RankTest::slowerByChance).toArray());
        double[] faster = Holm.corrected(
                tests.stream().mapToDouble(RankTest::fasterByChance).toArray());
        List<PhaseChange> changes = new ArrayList<>();
        for (Samples samples : phases) {
            int i = judged.indexOf(samples);
            changes.add(i < 0 ? change(samples, null, samples.admission()) : judged(samples, slower[i], faster[i]));
        }
        return changes;
    }

    private PhaseChange judged(Samples samples, double slower, double faster) {
        double factor = Pairs.factor(samples.strata());
        Judgement judgement = Judgement.ALIKE;
        if (slower <= alpha && factor >= LEAST) {
            judgement = Judgement.SLOWER;
        } else if (faster <= alpha && factor <= 1 / LEAST) {
            judgement = Judgement.FASTER;
        }
        return change(
                samples,
                new Effect(
                        micros(Math.round(Pairs.shift(samples.strata()))),
                        factor,
                        Pairs.superiority(samples.strata()),
                        slower,
                        faster),
                judgement);
    }

    private static PhaseChange change(Samples samples, @Nullable Effect effect, Judgement judgement) {
        long[] before = samples.all(Stratum::before);
        long[] after = samples.all(Stratum::after);
        return new PhaseChange(
                samples.service(),
                samples.phase(),
                before.length,
                after.length,
                median(before),
                median(after),
                effect,
                judgement);
    }

    /** As percentiles elsewhere: the smallest that half of all do not exceed. */
    private static @Nullable Duration median(long[] ascending) {
        return ascending.length == 0 ? null : micros(ascending[(ascending.length - 1) / 2]);
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1_000);
    }
}
