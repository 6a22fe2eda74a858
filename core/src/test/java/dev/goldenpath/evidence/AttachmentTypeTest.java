package dev.goldenpath.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentTypeTest {
    private final Redaction redaction = new Redaction();

    @ParameterizedTest
    @CsvSource({
        "text/plain,true,txt",
        "TEXT/CSV;header=present,true,csv",
        "application/json,true,json",
        "application/problem+json; charset=\"utf-8\",true,json",
        "application/x-ndjson,true,bin",
        "image/svg+xml,true,xml",
        "application/x-www-form-urlencoded,true,bin",
        "image/png,false,png",
        "application/zip,false,zip",
        "application/octet-stream,false,bin"
    })
    void tellsTextFromOtherContentAndHowItsFilesEnd(String text, boolean isText, String extension) {
        AttachmentType type = AttachmentType.parse(text, redaction);
        assertThat(type.isText()).isEqualTo(isText);
        assertThat(type.extension()).isEqualTo(extension);
    }

    @Test
    void theCharsetIsTheDeclaredOneElseUtf8() {
        assertThat(AttachmentType.parse("text/plain; Charset=\"us-ascii\"", redaction)
                        .charset())
                .hasToString("US-ASCII");
        assertThat(AttachmentType.parse("text/plain; x=charset", redaction).charset())
                .hasToString("UTF-8");
        assertThatThrownBy(() -> AttachmentType.parse("text/plain; charset=klingon", redaction))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Media type 'text/plain; charset=klingon' names a charset that this JVM does not know. Leave "
                                + "it out for UTF-8.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "json", "text/", "/plain", "text/plain;", "text/plain; charset", "text plain/x", "a/b/c"})
    void whatIsNoMediaTypeIsRefused(String text) {
        assertThatThrownBy(() -> AttachmentType.parse(text, redaction))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text
                        + "' is no media type. Write type and subtype, for example 'application/json' or 'image/png'.");
    }

    @Test
    void aLongOneIsRefusedToo() {
        assertThatThrownBy(() -> AttachmentType.parse("text/" + "x".repeat(251), redaction))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
