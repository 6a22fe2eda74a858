package dev.goldenpath.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {
    private static final Map<String, BigDecimal> NOTHING = Map.of();

    @Test
    void aRunThatPassedIsGreen() {
        GateRuling ruling = Gate.judge(required("P1", "100"), Map.of("P1", tally(Verdict.PASSED)), List.of());
        assertThat(ruling.isGreen()).isTrue();
        assertThat(ruling.rates()).extracting(GateRate::name).containsExactly("P1", "overall");
    }

    @ParameterizedTest
    @CsvSource({
        "19, 20, 95, true",
        "18, 20, 95, false",
        "94, 99, 95, false",
        "95, 100, 95, true",
        "2, 3, 66.6, true",
        "2, 3, 66.7, false",
        "999, 1000, 100, false",
        "1, 100, 0, true"
    })
    void aRateIsCountedInWholeTests(int passed, int planned, String required, boolean reached) {
        Tally tally = new Tally(planned, Map.of(Verdict.PASSED, passed, Verdict.FAILED, planned - passed));
        GateRuling ruling = Gate.judge(required("P2", required), Map.of("P2", tally), List.of());
        assertThat(ruling.isGreen()).isEqualTo(reached);
        assertThat(ruling.rates().get(0).isReached()).isEqualTo(reached);
    }

    @Test
    void aMissedRateIsToldInNumbers() {
        Tally tally = new Tally(20, Map.of(Verdict.PASSED, 17, Verdict.FAILED, 3));
        assertThat(reasons(Map.of("P2", new BigDecimal("95"), "overall", new BigDecimal("90.5")), Map.of("P2", tally)))
                .containsExactly(
                        "P2: 17 of 20 planned tests passed (85.0 %), and 95 % is required.",
                        "overall: 17 of 20 planned tests passed (85.0 %), and 90.5 % is required.");
    }

    @Test
    void theOverallRateCountsTestsOfEveryPriority() {
        Map<String, Tally> tallies =
                Map.of("P1", tally(Verdict.PASSED), "none", tally(Verdict.PASSED, Verdict.FAILED, Verdict.ERROR));
        assertThat(reasons(required("overall", "51"), tallies))
                .containsExactly("overall: 2 of 4 planned tests passed (50.0 %), and 51 % is required.");
    }

    @Test
    void aRequiredPriorityOfWhichNothingWasPlannedIsNotJudged() {
        assertThat(reasons(required("P2", "95"), Map.of("P1", tally(Verdict.PASSED))))
                .isEmpty();
    }

    @Test
    void noTestAtAllIsRed() {
        assertThat(reasons(NOTHING, Map.of()))
                .containsExactly("No golden-path test was planned, so nothing was tested.");
    }

    @Test
    void suspectMissingAndSkippedP1TestsAreRedWhateverTheRates() {
        Map<String, Tally> tallies = Map.of(
                "P1", tally(Verdict.SKIPPED, Verdict.PASSED),
                "P2", tally(Verdict.SUSPECT, Verdict.MISSING, Verdict.MISSING, Verdict.SKIPPED));
        assertThat(reasons(required("overall", "0"), tallies))
                .containsExactly(
                        "1 test is SUSPECT: a pass without evidence is none.",
                        "2 tests are MISSING: what was planned must be reported.",
                        "1 test is SKIPPED: no P1 test may be.");
    }

    @Test
    void whereNoRateIsRequiredWhatIsNotSkippedMustPass() {
        Map<String, Tally> tallies =
                Map.of("P2", tally(Verdict.FAILED, Verdict.BLOCKED, Verdict.ERROR, Verdict.ERROR, Verdict.SKIPPED));
        String rule = "with no 'gate' in goldenpath.yaml, every test that is not skipped must pass.";
        assertThat(reasons(NOTHING, tallies))
                .containsExactly(
                        "1 test is FAILED: " + rule, "1 test is BLOCKED: " + rule, "2 tests are ERROR: " + rule);
        assertThat(reasons(NOTHING, Map.of("P2", tally(Verdict.SKIPPED, Verdict.PASSED))))
                .isEmpty();
    }

    @Test
    void aRunInWhichNothingPassedIsRedWhateverTheRates() {
        Map<String, Tally> skipped = Map.of("P2", tally(Verdict.SKIPPED, Verdict.SKIPPED));
        String reason = "None of 2 planned tests passed, so nothing was tested.";
        assertThat(reasons(NOTHING, skipped)).containsExactly(reason);
        assertThat(reasons(required("P1", "100"), skipped)).containsExactly(reason);
    }

    @Test
    void aBrokenRunIsRedThoughAllItsTestsPassed() {
        GateRuling ruling = Gate.judge(NOTHING, Map.of("P1", tally(Verdict.PASSED)), List.of("A JVM was killed."));
        assertThat(ruling.isGreen()).isFalse();
        assertThat(ruling.reasons()).containsExactly("A JVM was killed.");
    }

    private static List<String> reasons(Map<String, BigDecimal> required, Map<String, Tally> tallies) {
        return Gate.judge(required, tallies, Collections.emptyList()).reasons();
    }

    private static Map<String, BigDecimal> required(String name, String percent) {
        return Map.of(name, new BigDecimal(percent));
    }

    private static Tally tally(Verdict... verdicts) {
        return Tally.of(Arrays.asList(verdicts));
    }
}
