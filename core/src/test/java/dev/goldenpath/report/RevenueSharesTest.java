package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.report.RevenueShares.Standing;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.verdict.Verdict;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RevenueSharesTest {

    @Test
    void theThreeAddUpToWhatIsDeclared() {
        RevenueShares shares = RevenueShares.of(RedRun.read());
        assertThat(shares.of(Standing.VERIFIED)).isEqualByComparingTo("40000.50");
        assertThat(shares.of(Standing.AT_RISK)).isEqualByComparingTo("120000");
        assertThat(shares.of(Standing.NOT_LOOKED_AT)).isEqualByComparingTo("80000");
        assertThat(shares.total()).isEqualByComparingTo("240000.50");
    }

    @Test
    void agreeWithTheTableOfTheConsole() {
        for (LoggedRun run : new LoggedRun[] {RedRun.read(), FullRun.read(), OutageRun.ofRedis()}) {
            RevenueShares shares = RevenueShares.of(run);
            RevenueSplit split = new RevenueSplit(run);
            BigDecimal unverified = shares.of(Standing.AT_RISK).add(shares.of(Standing.NOT_LOOKED_AT));
            assertThat(shares.of(Standing.VERIFIED)).isEqualByComparingTo(split.verified());
            assertThat(unverified).isEqualByComparingTo(split.unverified());
        }
    }

    @Test
    void whatIsAtRiskIsWhatTheGateCounts() {
        for (LoggedRun run : new LoggedRun[] {RedRun.read(), FullRun.read(), OutageRun.ofRedis()}) {
            assertThat(RevenueShares.of(run).of(Standing.AT_RISK))
                    .isEqualByComparingTo(GateReportFigures.of(run).revenue().amount());
        }
    }

    @Test
    void whatNoTestProtectsIsAtRiskUnlessTheRunWasAskedForLess() {
        SampleRun run = new SampleRun().revenue("EUR", "chat", "10");
        assertThat(RevenueShares.of(run.read()).saysOf("chat")).isEqualTo("at risk: no test protects it");
        run.jvm(Map.of("groups", "P1"));
        assertThat(RevenueShares.of(run.read()).saysOf("chat")).isEqualTo("not looked at");
    }

    @Test
    void oneTestThatDidNotPassPutsANameAtRisk() {
        SampleRun run = new SampleRun()
                .revenue("EUR", "chat", "10")
                .test(SampleRun.planned("P1", "a", "chat"), SampleRun.attempt(1, Verdict.PASSED, 1, null, null));
        assertThat(RevenueShares.of(run.read()).standings()).containsEntry("chat", Standing.VERIFIED);
        run.test(SampleRun.planned("P2", "b", "chat"), SampleRun.attempt(1, Verdict.SKIPPED, null, "later", null));
        assertThat(RevenueShares.of(run.read()).standings()).containsEntry("chat", Standing.AT_RISK);
    }

    @Test
    void amountsHaveCentsOnlyWhereThereAreAny() {
        RevenueShares shares = RevenueShares.of(RedRun.read());
        assertThat(shares.words("search")).isEqualTo("40,000.50 USD");
        assertThat(shares.words("chat")).isEqualTo("120,000 USD");
        assertThat(shares.words(new BigDecimal("0.125"))).isEqualTo("0.125 USD");
        assertThat(shares.words(new BigDecimal("7.00"))).isEqualTo("7 USD");
    }
}
