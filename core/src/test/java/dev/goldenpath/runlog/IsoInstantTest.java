package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
    void readsAsJavaWritesIt(String text) throws IOException {
        assertThat(written(Instant.parse(text))).containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999999Z",
                "2024-02-29T23:59:59.001Z",
                "2026-01-02T03:04:05.000006Z",
                "2026-01-02T03:04:05.1Z",
                "2026-11-22T22:18:00.000000001Z",
                "0000-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "-0001-05-06T07:08:09.500Z"
            })
    void readsMicrosecondsOfWhateverJavaReads(String text) {
        assertThat(IsoInstant.micros(RawText.of(text)))
                .isEqualTo(Instant.parse(text).getEpochSecond() * 1_000_000
                        + Instant.parse(text).getNano() / 1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "today", "2026-01-02T03:04:05", "2026-02-30T03:04:05.1Z", "2026-01-02T24:61:05.1Z"})
    void readsNothingElse(String text) {
        assertThatThrownBy(() -> IsoInstant.micros(RawText.of(text))).isInstanceOf(DateTimeException.class);
    }

    @Test
    void writesTheFarthestInstantsToo() throws IOException {
        assertThat(written(Instant.MAX, Instant.MIN)).containsExactly(Instant.MAX.toString(), Instant.MIN.toString());
    }

    @Test
    void oneWritesInstantsOfManyDaysInAnyOrder() throws IOException {
        Instant noon = Instant.parse("2026-02-28T12:00:00.123456789Z");
        Instant[] instants = {
            noon,
            noon.truncatedTo(ChronoUnit.SECONDS),
            noon.plus(1, ChronoUnit.DAYS),
            noon.truncatedTo(ChronoUnit.MILLIS),
            Instant.MAX,
            noon.truncatedTo(ChronoUnit.DAYS),
            noon.minus(60, ChronoUnit.DAYS)
        };

        assertThat(written(instants))
                .containsExactlyElementsOf(
                        Stream.of(instants).map(Instant::toString).toList());
    }

    /** All by the same. */
    private static List<String> written(Instant... instants) throws IOException {
        IsoInstant iso = new IsoInstant();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            json.writeStartArray();
            for (Instant instant : instants) {
                iso.write(instant, json);
            }
            json.writeEndArray();
        }
        List<String> texts = new ArrayList<>();
        LogFolder.parse(bytes.toString(StandardCharsets.UTF_8)).forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}
