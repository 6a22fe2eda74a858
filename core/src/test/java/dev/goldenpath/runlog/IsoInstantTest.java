package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoInstantTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999999Z",
                "2024-02-29T23:59:59.001Z",
                "2026-01-02T03:04:05.000006Z",
                "2026-12-31T00:00:10.120Z",
                "2026-11-22T22:18:00.000000001Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.123456Z",
                "+10000-01-01T00:00:00Z",
                "-0001-05-06T07:08:09.500Z"
            })
    void readsAsJavaWritesIt(String text) {
        assertThat(written(Instant.parse(text))).isEqualTo(text);
    }

    @Test
    void writesTheFarthestInstantsToo() {
        assertThat(written(Instant.MAX)).isEqualTo(Instant.MAX.toString());
        assertThat(written(Instant.MIN)).isEqualTo(Instant.MIN.toString());
    }

    private static String written(Instant instant) {
        return new String(IsoInstant.ascii(instant), StandardCharsets.US_ASCII);
    }
}
