package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.goldenpath.report.PercentileCurve.Point;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PercentileCurveTest {

    @Test
    void goesFromTheFastestToTheSlowestInAtMost200Points() {
        List<Point> points = curve(100_000).points();
        assertThat(points)
                .hasSizeLessThanOrEqualTo(200)
                .isSortedAccordingTo((one, other) -> Double.compare(one.millis(), other.millis()));
        assertThat(points.get(0)).isEqualTo(new Point(0, 1));
        assertThat(points.get(points.size() - 1).millis()).isEqualTo(100_000);
        assertThat(points.get(points.size() - 1).along()).isEqualTo(Math.log10(200_000), within(1e-9));
    }

    @Test
    void agreesWithThePercentilesOfTheTable() {
        assertThat(PercentileCurve.along(90)).isEqualTo(1, within(1e-9));
        assertThat(PercentileCurve.along(99)).isEqualTo(2, within(1e-9));
        PercentileCurve curve = curve(1_000);
        assertThat(curve.points())
                .filteredOn(point -> Math.abs(point.along() - 1) < 0.01)
                .isNotEmpty()
                .allSatisfy(point -> assertThat(point.millis()).isEqualTo(900, within(3.0)));
    }

    @Test
    void pointsBetweenEqualsAreLeftOut() {
        Latencies same = new Latencies();
        for (int i = 0; i < 50; i++) {
            same.add(Duration.ofMillis(7));
        }
        assertThat(new PercentileCurve("x", same).points())
                .hasSize(2)
                .allSatisfy(point -> assertThat(point.millis()).isEqualTo(7));
    }

    private static PercentileCurve curve(int samples) {
        Latencies latencies = new Latencies();
        for (int i = samples; i > 0; i--) {
            latencies.add(Duration.ofMillis(i));
        }
        return new PercentileCurve("x", latencies);
    }
}
