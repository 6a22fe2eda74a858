package dev.goldenpath.benchmarks.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(Samples.of(DoubleStream.of(9, 1, 4, 2)).median()).isEqualTo(3);
    }

    @Test
    void theTextTellsTheMedianItsNumberAndTheQuartiles() {
        assertThat(Samples.of(DoubleStream.of(5, 100.6, -1, 2, 3.25))).hasToString("3.25 n=5 p25=2.00 p75=5.00");
        assertThat(Samples.of(DoubleStream.of(15464.4))).hasToString("15464 n=1 p25=15464 p75=15464");
    }

    @Test
    void noSamplesShowNothing() {
        assertThatThrownBy(() -> Samples.of(DoubleStream.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There are no samples.");
    }
}
