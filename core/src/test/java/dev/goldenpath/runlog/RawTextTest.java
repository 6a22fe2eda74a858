package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "\"quoted\" \\ back\\\\slash\\",
                "line\nend\r\t\b\f\u0000\u001F\u007F",
                "naïve 漢字 😀 \u2028 \uFFFE \uD83D cut",
                "</script>"
            })
    void isTheTextAndIsWrittenAsTheLibraryWritesIt(String text) throws IOException {
        RawText raw = RawText.of(text);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeRawUTF8String(raw.bytes(), raw.start(), raw.length());
        }

        assertThat(raw).hasToString(text);
        assertThat(out.toByteArray()).isEqualTo(new JsonMapper().writeValueAsBytes(text));
    }
}
