package dev.goldenpath.gallery.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.jupiter.GoldenPath;
import org.junit.jupiter.api.Test;

/** Figures that were typed in. */
@GoldenPath
public class LiteralMetrics {
    @Test
    void isFastAndReliable() {
        double passRate = 99.7;
        long p95Millis = 120;
        assertThat(passRate).isGreaterThan(99);
        assertThat(p95Millis).isLessThan(200);
    }
}
