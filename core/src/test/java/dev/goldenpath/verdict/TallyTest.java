package dev.goldenpath.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

    @Test
    void countsVerdicts() {
        Tally tally = Tally.of(List.of(Verdict.PASSED, Verdict.BLOCKED, Verdict.PASSED));
        assertThat(tally.planned()).isEqualTo(3);
        assertThat(tally.count(Verdict.PASSED)).isEqualTo(2);
        assertThat(tally.count(Verdict.BLOCKED)).isEqualTo(1);
        assertThat(tally.count(Verdict.MISSING)).isZero();
        assertThat(tally.counts()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"0,0,0.0", "0,3,0.0", "1,3,33.3", "2,3,66.6", "1999,2000,99.9", "99999,100000,99.9", "2000,2000,100.0"})
    void onlyAllOfThemAreAHundredPercent(int passed, int planned, String rate) {
        assertThat(new Tally(planned, Map.of(Verdict.PASSED, passed)).passRate())
                .hasToString(rate);
    }

    @Test
    void onlyPassedCountsAsAPass() {
        for (Verdict verdict : Verdict.values()) {
            assertThat(Tally.of(Collections.nCopies(2, verdict)).passRate())
                    .hasToString(verdict == Verdict.PASSED ? "100.0" : "0.0");
        }
    }
}
