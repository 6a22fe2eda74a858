package dev.goldenpath.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "TEXT/plain; charset=utf-8",
                "application/json",
                "application/problem+json;charset=utf-8",
                "application/vnd.api.v2-json",
                "application/x-ndjson",
                "application/xml",
                "image/svg+xml",
                "application/yaml",
                "application/javascript",
                "application/x-www-form-urlencoded"
            })
    void isText(String mediaType) {
        assertThat(MediaType.isText(mediaType)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png",
                "application/octet-stream",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "application/octet-stream; name=data.json",
                "multipart/form-data; boundary=x"
            })
    void isNoText(String mediaType) {
        assertThat(MediaType.isText(mediaType)).isFalse();
    }

    @Test
    void noTypeIsNoText() {
        assertThat(MediaType.isText(null)).isFalse();
    }

    @Test
    void theCharsetIsTheOneItNames() {
        assertThat(MediaType.charset("text/plain; charset=ISO-8859-1")).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(MediaType.charset("text/plain;Charset=\"us-ascii\"")).isEqualTo(StandardCharsets.US_ASCII);
        assertThat(MediaType.charset("text/plain")).isEqualTo(StandardCharsets.UTF_8);
        assertThat(MediaType.charset("text/plain; charset=no-such-set")).isEqualTo(StandardCharsets.UTF_8);
        assertThat(MediaType.charset("text/plain; charset=(")).isEqualTo(StandardCharsets.UTF_8);
        assertThat(MediaType.charset(null)).isEqualTo(StandardCharsets.UTF_8);
    }
}
