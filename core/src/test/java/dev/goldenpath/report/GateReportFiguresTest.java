package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.runlog.LoggedAttempt;
import dev.goldenpath.runlog.LoggedFailure;
import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.verdict.GateFigures;
import dev.goldenpath.verdict.GateReason;
import dev.goldenpath.verdict.GateReason.Kind;
import dev.goldenpath.verdict.Referee;
import dev.goldenpath.verdict.RevenueAtRisk;
import dev.goldenpath.verdict.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class GateReportFiguresTest {
    private final SampleRun run = new SampleRun();

    @Test
    void aTestIsFlakyWhereItPassedAtALaterAttemptAlone() {
        run.test(SampleRun.planned("P2", "a"), attempt(1, Verdict.FAILED), attempt(2, Verdict.PASSED))
                .test(SampleRun.planned("P2", "b"), attempt(1, Verdict.FAILED), attempt(2, Verdict.FAILED))
                .test("P2", "c", Verdict.PASSED);
        assertThat(figures().flaky()).isEqualTo(1);
    }

    @Test
    void aTestThatMetAMarkerInAnyAttemptCountsOnce() {
        List<Fact> facts = List.of(Fact.of(Referee.MARKER, "one"), Fact.of(Referee.MARKER, "two"));
        run.test(
                        SampleRun.planned("P2", "a"),
                        new LoggedAttempt(1, Verdict.SUSPECT, null, null, facts, null, null, null),
                        attempt(2, Verdict.PASSED))
                .test("P2", "b", Verdict.PASSED);
        assertThat(figures().marked()).isEqualTo(1);
    }

    @Test
    void anErrorForTheConfigurationIsToldFromOthersAlsoWhereJunitWrapsIt() {
        String refused = ConfigurationException.class.getName();
        run.test(SampleRun.planned("P1", "a"), failed(Verdict.ERROR, refused, "at x"))
                .test(SampleRun.planned("P1", "b"), failed(Verdict.ERROR, "X", "X: no\n\tat y\nCaused by: " + refused))
                .test(SampleRun.planned("P1", "c"), failed(Verdict.ERROR, "X", "X: not " + refused))
                .test(SampleRun.planned("P1", "d"), failed(Verdict.FAILED, refused, "at x"))
                .test(SampleRun.planned("P2", "e"), failed(Verdict.ERROR, refused, "at x"));
        assertThat(misconfigured("P1")).isEqualTo(2);
        assertThat(misconfigured("P2")).isEqualTo(1);
    }

    @Test
    void revenueIsAtRiskWhereATestThatProtectsItIsNoPassOrNoneDoes() {
        revenue();
        RevenueAtRisk risk = figures().revenue();
        assertThat(risk.unverified()).isEqualTo(Map.of("chat", amount("120000"), "history", amount("40000")));
        assertThat(risk.unprotected()).isEqualTo(Map.of("billing", amount("80000.5")));
        assertThat(risk.amount()).isEqualTo(amount("240000.5"));
        assertThat(risk.currency()).isEqualTo("USD");
        assertThat(risk.tests().tally().counts()).isEqualTo(Map.of(Verdict.BLOCKED, 1, Verdict.SKIPPED, 1));
    }

    @Test
    void whatASelectionLeftOutIsNotAtRisk() {
        revenue();
        run.jvm(Map.of("groups", "P1"));
        assertThat(figures().revenue().unprotected()).isEmpty();
        assertThat(figures().revenue().unverified()).containsOnlyKeys("chat", "history");
    }

    @Test
    void aRunWithoutASelectionLeavesNothingOut() {
        revenue();
        run.jvm(Map.of());
        assertThat(figures().revenue().unprotected()).containsOnlyKeys("billing");
    }

    @Test
    void whatNoTestCouldTellIsAMatterOfTheGateAndAFindingOneOfPolicy() {
        Finding finding = Finding.inTraffic("not-run", Effect.UNRUNNABLE, "ChatIT.hidden() is private", "Open it.");
        run.jvm(End.FINISHED, "a verdict was lost").code(List.of(finding), List.of("A"), List.of("B"));
        assertThat(figures().broken())
                .containsExactly(
                        new GateReason(Kind.GATE, "a verdict was lost"),
                        new GateReason(Kind.POLICY, "ChatIT.hidden() is private [not-run]"));
        assertThat(figures().audit().score()).isEqualTo("1 of 2 classes are clean");
    }

    @Test
    void aBypassIsTheRuns() {
        run.bypass("X-Test-Me", "backend", "a").test("P1", "a", Verdict.PASSED);
        assertThat(figures().bypasses()).extracting(bypass -> bypass.bareName()).containsExactly("X-Test-Me");
    }

    private void revenue() {
        run.revenue("USD", "login", "200000")
                .revenue("USD", "chat", "120000")
                .revenue("USD", "history", "40000")
                .revenue("USD", "billing", "80000.5")
                .test(SampleRun.planned("P1", "a", "login", "chat"), attempt(1, Verdict.PASSED))
                .test(SampleRun.planned("P2", "b", "chat"), attempt(1, Verdict.BLOCKED))
                .test(SampleRun.planned("P2", "c", "history"), attempt(1, Verdict.SKIPPED))
                .test(SampleRun.planned("P2", "d"), attempt(1, Verdict.FAILED));
    }

    private int misconfigured(String priority) {
        return Objects.requireNonNull(figures().tests().get(priority)).misconfigured();
    }

    private GateFigures figures() {
        return GateReportFigures.of(run.read());
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }

    private static LoggedAttempt attempt(int number, Verdict verdict) {
        return SampleRun.attempt(number, verdict, 1, null, null);
    }

    private static LoggedAttempt failed(Verdict verdict, String type, String stackTrace) {
        return new LoggedAttempt(
                1, verdict, null, null, List.of(), new LoggedFailure(type, "no", stackTrace, null), null, null);
    }
}
