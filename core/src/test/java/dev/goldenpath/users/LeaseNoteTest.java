package dev.goldenpath.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeaseNoteTest {
    private static final LeaseNote NOTE = new LeaseNote(
            "h-1", 4711, "build-7", Instant.parse("2026-01-02T03:04:05Z"), "[a]/\"b\"\n", Duration.ofSeconds(30), 3);

    @Test
    void whatIsWrittenIsRead() {
        assertThat(LeaseNote.parse(NOTE.json())).contains(NOTE);
        assertThat(LeaseNote.parse(NOTE.renewed().json()).orElseThrow().counter())
                .isEqualTo(4);
        assertThat(NOTE.renewed().json()).isNotEqualTo(NOTE.json());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[1]",
                "{}",
                "{\"holder\":\"h\",\"pid\":1,\"host\":\"x\",\"since\":\"yesterday\",\"for\":\"t\",\"expiryMillis\":1,\"counter\":0}",
                "{\"holder\":\"h\",\"pid\":1,\"host\":\"x\",\"since\":\"2026-01-02T03:04:05Z\",\"for\":\"t\",\"expiryMillis\":0,\"counter\":0}",
                "{\"holder\":\"h\",\"pid\":\"x\",\"host\":\"x\",\"since\":\"2026-01-02T03:04:05Z\",\"for\":\"t\",\"expiryMillis\":1,\"counter\":0}"
            })
    void anythingElseIsNoNote(String text) {
        assertThat(LeaseNote.parse(text)).isEmpty();
    }

    @Test
    void noPartOfANoteIsOne() {
        String whole = NOTE.json();
        for (int length = 0; length < whole.length(); length++) {
            assertThat(LeaseNote.parse(whole.substring(0, length))).isEmpty();
        }
    }
}
