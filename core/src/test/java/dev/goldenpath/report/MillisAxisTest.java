package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MillisAxisTest {

    @Test
    void goesInEvenStepsWhereSamplesAreCloseTogether() {
        MillisAxis axis = MillisAxis.of(5, 95);
        assertThat(axis.isLogarithmic()).isFalse();
        assertThat(axis.ticks()).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);
        assertThat(axis.shareOf(25)).isEqualTo(0.25, within(1e-9));
    }

    @Test
    void goesInPowersOfTenWhereTheyAreFarApart() {
        MillisAxis axis = MillisAxis.of(0.4, 1_800);
        assertThat(axis.isLogarithmic()).isTrue();
        assertThat(axis.ticks().stream().map(MillisAxis::words))
                .containsExactly("0.1 ms", "1 ms", "10 ms", "100 ms", "1 s");
        assertThat(axis.shareOf(0.1)).isZero();
        assertThat(axis.shareOf(2_000)).isEqualTo(1, within(1e-9));
    }

    @Test
    void holdsNothingAndTooMuch() {
        MillisAxis axis = MillisAxis.of(0, 0);
        assertThat(axis.shareOf(0)).isBetween(0.0, 1.0);
        assertThat(axis.shareOf(99)).isEqualTo(1);
        assertThat(axis.ticks()).hasSizeBetween(2, 10);
    }
}
