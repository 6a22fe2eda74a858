package dev.goldenpath.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
    private static final String SHA_256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final int KEPT = 16 * 1024;

    private final Redaction redaction = new Redaction();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain; charset=utf-8",
                "APPLICATION/JSON",
                "application/problem+json",
                "application/xml",
                "application/x-www-form-urlencoded"
            })
    void keepsTheTextOfATextualBody(String mediaType) {
        assertThat(Body.of(mediaType, bytes("abc"), redaction))
                .isEqualTo(new Body(mediaType, 3, SHA_256_OF_ABC, "abc", false));
    }

    @Test
    void keepsOnlySizeAndDigestOfABinaryBody() {
        assertThat(Body.of("image/png", bytes("abc"), redaction))
                .isEqualTo(new Body("image/png", 3, SHA_256_OF_ABC, null, false));
    }

    @Test
    void whatDeclaresNoTypeIsTextWhereItLooksLikeOne() {
        assertThat(Body.of(null, bytes("abc"), redaction)).isEqualTo(new Body(null, 3, SHA_256_OF_ABC, "abc", false));
        assertThat(Body.of(null, bytes("é→\r\n\t"), redaction).text()).isEqualTo("é→\r\n\t");
        assertThat(Body.of(null, new byte[] {'a', 0, 'b'}, redaction).text()).isNull();
        assertThat(Body.of(null, new byte[] {'a', (byte) 0xC3, 'b'}, redaction).text())
                .isNull();
        String beyond = "→".repeat(BodyRecorder.MOST_KEPT);
        assertThat(Body.of(null, bytes(beyond), redaction).text()).isEqualTo(beyond.substring(0, KEPT));
    }

    @Test
    void anEmptyBodyHasNeitherDigestNorText() {
        assertThat(Body.of("text/plain", new byte[0], redaction))
                .isEqualTo(new Body("text/plain", 0, null, null, false));
    }

    @Test
    void theDigestIsOfTheBodyAsItWasNotAsItIsShown() {
        redaction.addValue("b");
        assertThat(Body.of("text/plain", bytes("abc"), redaction))
                .isEqualTo(new Body("text/plain", 3, SHA_256_OF_ABC, "a***c", false));
    }

    @Test
    void isCutAfterRedactionSoThatNoPartOfASecretIsLeft() {
        redaction.addValue("top-secret");
        String before = "x".repeat(KEPT - 4);
        Body body = Body.of("text/plain", bytes(before + "top-secret" + "y".repeat(100)), redaction);
        assertThat(body.text()).isEqualTo(before + "***");
        assertThat(body.truncated()).isTrue();
        assertThat(body.bytes()).isEqualTo(KEPT - 4 + 10 + 100);
    }

    @Test
    void countsBytesNotCharacters() {
        assertThat(Body.of("text/plain", bytes("é→"), redaction).bytes()).isEqualTo(5);
    }

    @Test
    void aTextIsRecordedAsItIs() {
        redaction.addValue("b");
        assertThat(Body.ofText("abc", redaction)).isEqualTo(new Body(null, 3, SHA_256_OF_ABC, "a***c", false));
        assertThat(Body.ofText("", redaction)).isEqualTo(new Body(null, 0, null, null, false));
    }

    @Test
    void halfASurrogatePairIsRecordedAsWhatGoesOut() {
        for (String half : new String[] {"\uD83D", "\uDE00", "\uDE00\uD83D"}) {
            String sent = "?".repeat(half.length());
            assertThat(Body.ofText("a" + half + "c", redaction)).isEqualTo(Body.ofText("a" + sent + "c", redaction));
        }
        assertThat(Body.ofText("a\uD83Dc", redaction))
                .isEqualTo(new Body(null, 3, Sha256.of(bytes("a?c")), "a?c", false));
        assertThat(Body.ofText("\uD83D\uDE00", redaction).text()).isEqualTo("\uD83D\uDE00");
    }

    @Test
    void ofALongTextTheBeginningIsRecorded() {
        redaction.addValue("top-secret");
        String text = "x".repeat(KEPT - 4) + "top-secret" + "y".repeat(100);
        assertThat(Body.ofText(text, redaction))
                .isEqualTo(new Body(
                        null, text.length(), Sha256.of(bytes(text)), text.substring(0, KEPT - 4) + "***", true));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
