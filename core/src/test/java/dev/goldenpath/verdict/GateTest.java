package dev.goldenpath.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.GateSettings;
import dev.goldenpath.verdict.GateReason.Kind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {
    private static final Map<String, BigDecimal> NOTHING = Map.of();

    @Test
    void aRunThatPassedIsGreen() {
        GateRuling ruling = judge(required("P1", "100"), Map.of("P1", tally(Verdict.PASSED)));
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
        GateRuling ruling = judge(required("P2", required), Map.of("P2", tally));
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
        String rule = "with no pass rate below 'gate' in goldenpath.yaml, every test that is not skipped must pass.";
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
        GateReason killed = new GateReason(Kind.GATE, "A JVM was killed.");
        GateRuling ruling = Gate.judge(
                GateSettings.NONE,
                new Figures().tests("P1", Verdict.PASSED).broken(killed).get());
        assertThat(ruling.isGreen()).isFalse();
        assertThat(ruling.reasons()).containsExactly(killed);
    }

    @ParameterizedTest
    @CsvSource({
        "FAILURES, FAILED",
        "FAILURES, ERROR",
        "ENVIRONMENT, BLOCKED",
        "GATE, SKIPPED",
        "GATE, MISSING",
        "POLICY, SUSPECT",
        "FAILURES, 'BLOCKED,SKIPPED,MISSING,SUSPECT,FAILED'",
        "POLICY, 'BLOCKED,SKIPPED,MISSING,SUSPECT'",
        "GATE, 'BLOCKED,SKIPPED,MISSING'",
        "ENVIRONMENT, 'BLOCKED,SKIPPED'"
    })
    void aMissedRateIsTheMatterOfTheTestsThatDidNotPass(Kind kind, String verdicts) {
        Figures figures = new Figures().tests("P2", Verdict.PASSED);
        Stream.of(verdicts.split(",")).map(Verdict::valueOf).forEach(verdict -> figures.tests("P2", verdict));
        GateRuling ruling = Gate.judge(GateSettings.ofRates(required("P2", "100")), figures.get());
        assertThat(ruling.reasons().get(0).words()).startsWith("P2: 1 of ");
        assertThat(ruling.reasons().get(0).kind()).isEqualTo(kind);
        assertThat(ruling.kind()).contains(kind);
    }

    @Test
    void withoutRatesEachVerdictIsItsOwnMatter() {
        Figures figures = new Figures()
                .tests("P2", Verdict.FAILED, Verdict.BLOCKED, Verdict.ERROR, Verdict.SUSPECT, Verdict.MISSING)
                .tests("P1", Verdict.SKIPPED);
        assertThat(Gate.judge(GateSettings.NONE, figures.get()).reasons())
                .extracting(GateReason::kind)
                .containsExactly(Kind.FAILURES, Kind.ENVIRONMENT, Kind.FAILURES, Kind.POLICY, Kind.GATE, Kind.GATE);
    }

    @Test
    void errorsThatTheConfigurationAloneCausesAreItsMatter() {
        Figures figures = new Figures().tests("P1", Verdict.ERROR, Verdict.ERROR);
        GateSettings rate = GateSettings.ofRates(required("P1", "100"));
        assertThat(Gate.judge(GateSettings.NONE, figures.misconfigured("P1", 2).get())
                        .kind())
                .contains(Kind.CONFIGURATION);
        assertThat(Gate.judge(rate, figures.get()).kind()).contains(Kind.CONFIGURATION);
        assertThat(Gate.judge(GateSettings.NONE, figures.misconfigured("P1", 1).get())
                        .kind())
                .contains(Kind.FAILURES);
        assertThat(Gate.judge(rate, figures.get()).kind()).contains(Kind.FAILURES);
    }

    @Test
    void noTestIsAMatterOfItsOwnAndWhateverElseIsRedComesBeforeIt() {
        assertThat(Gate.judge(GateSettings.NONE, new Figures().get()).kind()).contains(Kind.NO_TESTS);
        assertThat(Gate.judge(
                                GateSettings.NONE,
                                new Figures().tests("P2", Verdict.SKIPPED).get())
                        .kind())
                .contains(Kind.NO_TESTS);
        GateSettings nothing = GateSettings.ofRates(required("overall", "0"));
        assertThat(Gate.judge(
                                nothing,
                                new Figures().tests("P2", Verdict.BLOCKED).get())
                        .kind())
                .contains(Kind.ENVIRONMENT);
        Figures killed = new Figures().broken(new GateReason(Kind.GATE, "A JVM was killed."));
        assertThat(Gate.judge(GateSettings.NONE, killed.get()).kind()).contains(Kind.GATE);
    }

    @Test
    void aGreenRunIsNobodysMatter() {
        assertThat(Gate.judge(
                                GateSettings.NONE,
                                new Figures().tests("P1", Verdict.PASSED).get())
                        .kind())
                .isEmpty();
    }

    private static List<String> reasons(Map<String, BigDecimal> required, Map<String, Tally> tallies) {
        return judge(required, tallies).reasons().stream()
                .map(GateReason::words)
                .toList();
    }

    private static GateRuling judge(Map<String, BigDecimal> required, Map<String, Tally> tallies) {
        Figures figures = new Figures();
        tallies.forEach(figures::tally);
        return Gate.judge(GateSettings.ofRates(required), figures.get());
    }

    private static Map<String, BigDecimal> required(String name, String percent) {
        return Map.of(name, new BigDecimal(percent));
    }

    private static Tally tally(Verdict... verdicts) {
        return Tally.of(Arrays.asList(verdicts));
    }
}
