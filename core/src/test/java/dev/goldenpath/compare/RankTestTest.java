package dev.goldenpath.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The statistics against values that others have published, or that are counted out. */
class RankTestTest {
    /** Permeability constants of the human chorioamnion, the example of {@code wilcox.test} in R, in hundredths. */
    private static final Stratum PERMEABILITY =
            new Stratum(new long[] {115, 88, 90, 74, 121}, new long[] {80, 83, 189, 104, 145, 138, 191, 164, 73, 146});
    /** Ages at diagnosis, the example of {@code scipy.stats.mannwhitneyu}. */
    private static final Stratum AGES = new Stratum(new long[] {20, 11, 17, 12}, new long[] {19, 22, 16, 29, 24});
    /** Some are equal. */
    private static final Stratum TIES =
            new Stratum(new long[] {1, 2, 2, 3, 3, 3, 4, 7, 8, 9}, new long[] {2, 3, 3, 4, 4, 5, 5, 9, 10, 11});

    @Test
    void theNormalDistributionIsThatOfTheTables() {
        assertThat(Normal.above(0)).isEqualTo(0.5);
        assertThat(Normal.above(1.959963984540054)).isCloseTo(0.025, within(1e-15));
        assertThat(Normal.above(-1.959963984540054)).isCloseTo(0.975, within(1e-15));
        assertThat(Normal.above(6)).isCloseTo(9.865876450376946e-10, within(1e-22));
        // The check values that Wichura gives.
        assertThat(Normal.quantile(0.25)).isCloseTo(-0.6744897501960817, within(1e-15));
        assertThat(Normal.quantile(0.001)).isCloseTo(-3.090232306167814, within(1e-14));
        assertThat(Normal.quantile(0.999)).isCloseTo(3.090232306167814, within(1e-12));
    }

    @Test
    void effectsAreThoseOfOthers() {
        // R: W = 35 of 50 pairs, difference in location 0.305.
        assertThat(Pairs.superiority(List.of(PERMEABILITY))).isEqualTo(35 / 50.0);
        assertThat(Pairs.shift(List.of(PERMEABILITY))).isCloseTo(30.5, within(1e-6));
        // SciPy: U = 17 of 20.
        assertThat(Pairs.superiority(List.of(AGES))).isEqualTo(17 / 20.0);
        assertThat(Pairs.superiority(List.of(new Stratum(new long[] {1, 2}, new long[] {2, 2}))))
                .isEqualTo(0.75);
    }

    /** Their logarithms differ by the same but for how numbers are rounded. */
    @Test
    void whatChangedByOneFactorThroughoutIsToldAnEnd() {
        List<Stratum> strata = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> new Stratum(new long[] {100 * i}, new long[] {700 * i}))
                .toList();
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Pairs.factor(strata)))
                .isCloseTo(7, within(1e-6));
    }

    /** Computed with the ranks and the normal quantiles of SciPy 1.17.1. */
    @Test
    void scoresAreThoseOfVanDerWaerden() {
        assertThat(RankTest.of(List.of(PERMEABILITY)).z()).isCloseTo(1.1350406395379642, within(1e-9));
        assertThat(RankTest.of(List.of(AGES)).z()).isCloseTo(1.7368208769621516, within(1e-9));
        assertThat(RankTest.of(List.of(TIES)).z()).isCloseTo(1.442927914185267, within(1e-9));
        assertThat(RankTest.of(List.of(TIES)).slowerByChance()).isCloseTo(0.07452038939727154, within(1e-9));
    }

    /** Of all 184,756 ways to deal twenty values out to two runs, so many make the second at least as slow. */
    @Test
    void theChanceIsAboutThatOfAllPermutations() {
        double[] scores = IntStream.rangeClosed(1, 20)
                .mapToDouble(rank -> Normal.quantile(rank / 21.0))
                .toArray();
        long[] before = {1, 2, 3, 4, 6, 7, 9, 12, 14, 15};
        long[] after = {5, 8, 10, 11, 13, 16, 17, 18, 19, 20};
        double seen = sumOf(scores, after);
        int atLeast = 0;
        int all = 0;
        for (int dealt = 0; dealt < 1 << 20; dealt++) {
            if (Integer.bitCount(dealt) == 10) {
                all++;
                atLeast += sumOf(scores, dealt) >= seen - 1e-9 ? 1 : 0;
            }
        }
        assertThat(all).isEqualTo(184_756);
        assertThat(RankTest.of(List.of(new Stratum(before, after))).slowerByChance())
                .isCloseTo((double) atLeast / all, within(0.002));
    }

    private static double sumOf(double[] scores, long[] ranks) {
        double sum = 0;
        for (long rank : ranks) {
            sum += scores[(int) rank - 1];
        }
        return sum;
    }

    private static double sumOf(double[] scores, int dealt) {
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            sum += (dealt >> i & 1) == 1 ? scores[i] : 0;
        }
        return sum;
    }

    @Test
    void nothingIsToldOfWhatIsAllTheSameOrInOneRunOnly() {
        assertThat(RankTest.of(List.of(new Stratum(new long[] {5, 5}, new long[] {5, 5})))
                        .z())
                .isZero();
        assertThat(RankTest.of(List.of(new Stratum(new long[] {1, 2}, new long[0])))
                        .z())
                .isZero();
        assertThat(RankTest.of(List.of()).z()).isZero();
    }

    /** A second run that makes more of the slow calls is no slower for that. */
    @Test
    void anotherMixOfCallsIsNotSlower() {
        Random random = new Random(3);
        Stratum quick = new Stratum(drawn(random, 90, 1_000, 1), drawn(random, 10, 1_000, 1));
        Stratum slow = new Stratum(drawn(random, 10, 50_000, 1), drawn(random, 90, 50_000, 1));
        Stratum mixed = new Stratum(join(quick.before(), slow.before()), join(quick.after(), slow.after()));

        assertThat(RankTest.of(List.of(quick, slow)).slowerByChance()).isGreaterThan(0.05);
        assertThat(Pairs.factor(List.of(quick, slow))).isCloseTo(1, within(0.1));
        assertThat(RankTest.of(List.of(mixed)).slowerByChance()).isLessThan(1e-9);
    }

    @Test
    void whatIsSlowerInEachKindOfCallIsFoundThroughAllOfThem() {
        Random random = new Random(3);
        List<Stratum> strata = IntStream.range(0, 10)
                .mapToObj(i -> new Stratum(drawn(random, 5, 1_000L << i, 1), drawn(random, 5, 1_000L << i, 1.3)))
                .toList();

        assertThat(RankTest.of(strata).slowerByChance()).isLessThan(0.001);
        assertThat(Pairs.factor(strata)).isCloseTo(1.3, within(0.15));
    }

    private static long[] drawn(Random random, int number, long median, double factor) {
        return IntStream.range(0, number)
                .mapToLong(i -> Math.round(factor * median * Math.exp(0.3 * random.nextGaussian())))
                .toArray();
    }

    private static long[] join(long[] first, long[] second) {
        return IntStream.range(0, first.length + second.length)
                .mapToLong(i -> i < first.length ? first[i] : second[i - first.length])
                .toArray();
    }

    /** The example of the article on the method in Wikipedia. */
    @Test
    void manyChancesAreCorrectedTogether() {
        assertThat(Holm.corrected(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
        assertThat(Holm.corrected(new double[] {0.6, 0.9})).containsExactly(1, 1);
        assertThat(Holm.corrected(new double[0])).isEmpty();
    }
}
