package dev.goldenpath.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.compare.PhaseChange.Judgement;
import dev.goldenpath.compare.PhaseJudge.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How often phases are flagged that chance alone tells apart, and those that are not. */
class PhaseJudgeTest {
    private static final List<String> PARTS = List.of("queued", "dns", "connect", "tls", "send", "wait", "receive");
    private static final int SAMPLES = 50;
    private static final double SIGMA = 0.3;
    private static final long MEDIAN_MICROS = 10_000;
    private static final int PAIRS = 1_000;
    private static final int FEWER = 200;
    private static final long SEED = 1;
    private static final double ALPHA = RunComparison.ALPHA;

    @Test
    void ofAThousandPairsOfOneDistributionAtMostFiveInAHundredAreFlagged() {
        int flagged = flagged(PAIRS, new PhaseJudge(ALPHA)::judge, 1, PhaseJudgeTest::isAnySlower);
        assertThat(flagged).isLessThanOrEqualTo(PAIRS * 5 / 100);
    }

    @Test
    void aPhaseThatIsSlowerByThirtyPercentIsFlagged() {
        int flagged =
                flagged(PAIRS, new PhaseJudge(ALPHA)::judge, 1.3, changes -> of(changes, "wait") == Judgement.SLOWER);
        assertThat(flagged).isGreaterThanOrEqualTo(PAIRS * 95 / 100);
    }

    /** What {@link Holm} is there for: without it, more than five in a hundred are flagged. */
    @Test
    void withoutTheCorrectionFarMoreAreFlagged() {
        int flagged = flagged(FEWER, PhaseJudgeTest::oneByOne, 1, PhaseJudgeTest::isAnySlower);
        assertThat(flagged).isGreaterThan(FEWER * 20 / 100);
    }

    @Test
    void tooFewSamplesAreNotJudgedAndNeitherIsWhatTakesNoTime() {
        long[] nine = IntStream.range(0, 9).mapToLong(i -> 10_000 + i).toArray();
        long[] ten = IntStream.range(0, 10).mapToLong(i -> 20_000 + i).toArray();
        long[] small = IntStream.range(0, 50).mapToLong(i -> 20 + i).toArray();

        List<PhaseChange> changes = new PhaseJudge(ALPHA)
                .judge(List.of(
                        new Samples("backend", "wait", List.of(new Stratum(nine, ten))),
                        new Samples("backend", "send", List.of(new Stratum(small, small)))));

        assertThat(of(changes, "wait")).isEqualTo(Judgement.TOO_FEW);
        assertThat(of(changes, "send")).isEqualTo(Judgement.TOO_SHORT);
        assertThat(changes).allMatch(change -> change.effect() == null);
        assertThat(changes.get(0).before()).isEqualTo(9);
    }

    /** With thousands of samples a difference of three in a hundred is certain, and still a trifle. */
    @Test
    void aTrifleIsNotFlaggedHoweverSure() {
        long[] before = IntStream.range(0, 3_000).mapToLong(i -> 100_000 + i).toArray();
        long[] after = LongStream.of(before).map(micros -> micros * 103 / 100).toArray();

        PhaseChange change = new PhaseJudge(ALPHA)
                .judge(List.of(new Samples("backend", "wait", List.of(new Stratum(before, after)))))
                .get(0);

        assertThat(change.judgement()).isEqualTo(Judgement.ALIKE);
        assertThat(change.effect())
                .isNotNull()
                .satisfies(effect -> assertThat(effect.slowerByChance()).isLessThan(1e-9));
    }

    @Test
    void whatIsFasterIsToldTheOtherWayRound() {
        List<PhaseChange> changes = new PhaseJudge(ALPHA).judge(drawn(new Random(2), 0.5));

        assertThat(of(changes, "wait")).isEqualTo(Judgement.FASTER);
        assertThat(isAnySlower(changes)).isFalse();
    }

    private static List<PhaseChange> oneByOne(List<Samples> phases) {
        return phases.stream()
                .flatMap(each -> new PhaseJudge(ALPHA).judge(List.of(each)).stream())
                .toList();
    }

    private interface Judging {
        List<PhaseChange> judge(List<Samples> phases);
    }

    private interface Flag {
        boolean of(List<PhaseChange> changes);
    }

    private static int flagged(int pairs, Judging judging, double factor, Flag flag) {
        Random random = new Random(SEED);
        return (int) IntStream.range(0, pairs)
                .filter(i -> flag.of(judging.judge(drawn(random, factor))))
                .count();
    }

    /** Seven phases of 50 calls a run, and what they add up to; the second run waits longer by this factor. */
    private static List<Samples> drawn(Random random, double factor) {
        long[] totalBefore = new long[SAMPLES];
        long[] totalAfter = new long[SAMPLES];
        List<Samples> phases = new ArrayList<>();
        for (String phase : PARTS) {
            long[] before = drawn(random);
            double slower = phase.equals("wait") ? factor : 1;
            long[] after = LongStream.of(drawn(random))
                    .map(micros -> Math.round(micros * slower))
                    .toArray();
            for (int i = 0; i < SAMPLES; i++) {
                totalBefore[i] += before[i];
                totalAfter[i] += after[i];
            }
            phases.add(new Samples("backend", phase, List.of(new Stratum(before, after))));
        }
        phases.add(new Samples("backend", "total", List.of(new Stratum(totalBefore, totalAfter))));
        return phases;
    }

    private static long[] drawn(Random random) {
        return IntStream.range(0, SAMPLES)
                .mapToLong(i -> Math.round(MEDIAN_MICROS * Math.exp(SIGMA * random.nextGaussian())))
                .toArray();
    }

    private static boolean isAnySlower(List<PhaseChange> changes) {
        return changes.stream().anyMatch(change -> change.judgement() == Judgement.SLOWER);
    }

    private static Judgement of(List<PhaseChange> changes, String phase) {
        return changes.stream()
                .filter(change -> change.phase().equals(phase))
                .findFirst()
                .orElseThrow()
                .judgement();
    }
}
