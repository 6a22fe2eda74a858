package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElapsedTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "562, 562 ms",
        "1000, 1.0 s",
        "12340, 12.3 s",
        "59499, 59.5 s",
        "59500, 1 min 00 s",
        "245000, 4 min 05 s",
        "3599499, 59 min 59 s",
        "3599500, 1 h 00 min",
        "3720000, 1 h 02 min"
    })
    void isReadAtOnce(long millis, String words) {
        assertThat(Elapsed.of(Duration.ofMillis(millis))).isEqualTo(words);
    }
}
