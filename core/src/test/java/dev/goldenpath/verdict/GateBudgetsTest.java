package dev.goldenpath.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.goldenpath.environment.GateSettings;
import dev.goldenpath.environment.TestBudget;
import dev.goldenpath.verdict.GateReason.Kind;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each budget kept at its boundary, missed one test beyond it, and what is said then. */
class GateBudgetsTest {
    @Test
    void whatIsNotAskedForIsNotJudged() {
        Figures worst = passed(1).flaky(1).marked(1).audit(0, 9).bypass("X-A").revenue(risk("9", Verdict.FAILED));
        GateRuling ruling = Gate.judge(GateSettings.NONE, worst.get());
        assertThat(ruling.isGreen()).isTrue();
        assertThat(ruling.budgets()).isEmpty();
    }

    @Test
    void revenueUpToTheLimitMayBeAtRisk() {
        GateSettings gate = revenue("20000.50");
        assertKept(gate, passed(1).revenue(risk("20000.5", Verdict.FAILED)), "20,000.5 USD", "at most 20,000.5");
        assertMissed(
                gate,
                passed(1).revenue(risk("20000.51", Verdict.FAILED)),
                "20,000.51 USD",
                new GateReason(
                        Kind.FAILURES,
                        "revenue-at-risk: 20,000.51 USD per month is unverified (chat 20,000.51), and at most"
                                + " 20,000.5 may be."));
    }

    @Test
    void revenueAtRiskIsTheMatterOfTheTestsThatDidNotPass() {
        assertThat(reason(revenue("0"), passed(1).revenue(risk("1", Verdict.BLOCKED)))
                        .kind())
                .isEqualTo(Kind.ENVIRONMENT);
        assertThat(reason(revenue("0"), passed(1).revenue(risk("1", Verdict.MISSING)))
                        .kind())
                .isEqualTo(Kind.GATE);
    }

    @Test
    void revenueThatNoTestProtectsIsNamedAsSuch() {
        Map<String, BigDecimal> unprotected = new LinkedHashMap<>();
        unprotected.put("billing", new BigDecimal("1000000"));
        unprotected.put("history", new BigDecimal("5"));
        RevenueAtRisk risk = new RevenueAtRisk(
                "EUR",
                Map.of("chat", new BigDecimal("7")),
                unprotected,
                new TestGroup(Tally.of(List.of(Verdict.BLOCKED)), 0));
        assertThat(reason(revenue("1000004"), passed(1).revenue(risk)))
                .isEqualTo(new GateReason(
                        Kind.GATE,
                        "revenue-at-risk: 1,000,012 EUR per month is unverified (chat 7; billing 1,000,000 by no test;"
                                + " history 5 by no test), and at most 1,000,004 may be."));
        assertThat(reason(revenue("1000005"), passed(1).revenue(risk)).kind())
                .as("what no test protects is within the limit")
                .isEqualTo(Kind.ENVIRONMENT);
    }

    @Test
    void flakyTestsUpToAShareOfThePlannedOnesAreAllowed() {
        GateSettings gate = flaky(new TestBudget(new BigDecimal("2"), null));
        assertKept(gate, passed(50).flaky(1), "1 of 50 (2.0 %)", "at most 2 %");
        assertMissed(
                gate,
                passed(49).flaky(1),
                "1 of 49 (2.1 %)",
                new GateReason(
                        Kind.GATE,
                        "flaky: 1 of 49 planned tests passed only at a later attempt (2.1 %), and at most 2 % may."));
    }

    @Test
    void flakyTestsUpToANumberAreAllowed() {
        GateSettings gate = flaky(new TestBudget(null, 3));
        assertKept(gate, passed(4).flaky(3), "3 of 4", "at most 3");
        assertMissed(
                gate,
                passed(4).flaky(4),
                "4 of 4",
                new GateReason(
                        Kind.GATE, "flaky: 4 of 4 planned tests passed only at a later attempt, and at most 3 may."));
    }

    @Test
    void skippedTestsUpToTheBudgetAreAllowed() {
        TestBudget budget = new TestBudget(new BigDecimal("50"), 1);
        GateSettings gate = new GateSettings(Map.of(), null, null, budget, null, null, null, false);
        assertKept(gate, passed(1).tests("P2", Verdict.SKIPPED), "1 of 2 (50.0 %)", "at most 50 % and 1");
        assertMissed(
                gate,
                passed(2).tests("P2", Verdict.SKIPPED, Verdict.SKIPPED),
                "2 of 4 (50.0 %)",
                new GateReason(
                        Kind.GATE,
                        "skipped: 2 of 4 planned tests are SKIPPED (50.0 %), and at most 50 % and 1 may be."));
    }

    @Test
    void oneSkippedTestIsToldInTheSingular() {
        GateSettings gate = new GateSettings(Map.of(), null, null, new TestBudget(null, 0), null, null, null, false);
        assertThat(reason(gate, passed(1).tests("P2", Verdict.SKIPPED)).words())
                .isEqualTo("skipped: 1 of 2 planned tests is SKIPPED, and at most 0 may be.");
    }

    @Test
    void theAuditsScoreMustReachItsShare() {
        GateSettings gate = audit("95");
        assertKept(gate, passed(1).audit(19, 1), "19 of 20 (95.0 %)", "at least 95 %");
        assertMissed(
                gate,
                passed(1).audit(18, 1),
                "18 of 19 (94.7 %)",
                new GateReason(
                        Kind.POLICY,
                        "audit: 18 of 19 classes are clean (94.7 %), and 95 % must be. worklog.md lists what was found"
                                + " in the others."));
    }

    @Test
    void anAuditThatLookedAtNothingProvesNothing() {
        assertMissed(
                audit("1"),
                passed(1),
                "0 of 0",
                new GateReason(Kind.POLICY, "audit: no class was audited, and 1 % must be clean."));
    }

    @Test
    void testsUpToANumberMayHaveMetAMarker() {
        GateSettings gate = markers(1);
        assertKept(gate, passed(2).marked(1), "1", "at most 1");
        String wayOut =
                " Find out what answers in place of the service: the run log has 'markers' at each such answer.";
        assertMissed(
                gate,
                passed(2).marked(2),
                "2",
                new GateReason(
                        Kind.POLICY,
                        "markers: 2 tests met an answer with a payload marker, and at most 1 may." + wayOut));
        assertThat(reason(markers(0), passed(2).marked(1)).words())
                .isEqualTo("markers: 1 test met an answer with a payload marker, and at most 0 may." + wayOut);
    }

    @Test
    void onlyToleratedBypassesMayBeInUse() {
        GateSettings gate = bypasses(List.of("X-Open-*", "skip_auth"));
        Figures tolerated = passed(1).bypass("x-open-door").bypass("parameter 'skip_auth'");
        assertKept(gate, tolerated, "parameter 'skip_auth', x-open-door", "X-Open-*, skip_auth");
        assertMissed(
                gate,
                passed(1).bypass("X-Open-Door").bypass("X-Test-Me").bypass("x-test-me"),
                "X-Open-Door, X-Test-Me",
                new GateReason(
                        Kind.POLICY,
                        "bypasses: X-Test-Me was in use, and is not tolerated. Test without it, or list it below"
                                + " gate.bypasses."));
    }

    @Test
    void anEmptyListToleratesNone() {
        GateSettings gate = bypasses(List.of());
        assertKept(gate, passed(1), "none", "none");
        assertMissed(
                gate,
                passed(1).bypass("X-B").bypass("parameter 'a'"),
                "parameter 'a', X-B",
                new GateReason(
                        Kind.POLICY,
                        "bypasses: parameter 'a', X-B were in use, and are not tolerated. Test without them, or list"
                                + " them below gate.bypasses."));
    }

    @ParameterizedTest
    @CsvSource({"0, '0'", "1000.50, '1,000.5'", "0.001, '0.001'", "1E+3, '1,000'"})
    void amountsAreToldWithAllTheirDigits(BigDecimal amount, String told) {
        assertThat(GateNumbers.amount(amount)).isEqualTo(told);
    }

    private static void assertKept(GateSettings gate, Figures figures, String actual, String allowed) {
        GateRuling ruling = Gate.judge(gate, figures.get());
        assertThat(ruling.reasons()).isEmpty();
        assertThat(ruling.budgets())
                .extracting(GateBudget::actual, GateBudget::allowed, GateBudget::isKept)
                .containsExactly(tuple(actual, allowed, true));
    }

    private static void assertMissed(GateSettings gate, Figures figures, String actual, GateReason reason) {
        GateRuling ruling = Gate.judge(gate, figures.get());
        assertThat(ruling.reasons()).containsExactly(reason);
        assertThat(ruling.budgets())
                .extracting(GateBudget::actual, GateBudget::missed)
                .containsExactly(tuple(actual, reason));
    }

    private static GateReason reason(GateSettings gate, Figures figures) {
        return Gate.judge(gate, figures.get()).reasons().get(0);
    }

    private static Figures passed(int count) {
        return new Figures()
                .tests("P2", Collections.nCopies(count, Verdict.PASSED).toArray(new Verdict[0]));
    }

    private static RevenueAtRisk risk(String amount, Verdict verdict) {
        return new RevenueAtRisk(
                "USD", Map.of("chat", new BigDecimal(amount)), Map.of(), new TestGroup(Tally.of(List.of(verdict)), 0));
    }

    private static GateSettings revenue(String allowed) {
        return new GateSettings(Map.of(), new BigDecimal(allowed), null, null, null, null, null, false);
    }

    private static GateSettings flaky(TestBudget budget) {
        return new GateSettings(Map.of(), null, budget, null, null, null, null, false);
    }

    private static GateSettings audit(String percent) {
        return new GateSettings(Map.of(), null, null, null, new BigDecimal(percent), null, null, false);
    }

    private static GateSettings markers(int allowed) {
        return new GateSettings(Map.of(), null, null, null, null, allowed, null, false);
    }

    private static GateSettings bypasses(List<String> tolerated) {
        return new GateSettings(Map.of(), null, null, null, null, null, tolerated, false);
    }
}
