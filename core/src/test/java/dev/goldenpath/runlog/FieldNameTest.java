package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FieldNameTest {

    @Test
    void isTheNameHoweverManyThereAre() {
        // Of one length, and with the same letter first and last: all of them want the same place.
        IntStream.range(100, 400).mapToObj(number -> "n" + number + "n").forEach(name -> {
            assertThat(nameIn("\"" + name + "\":1")).isEqualTo(name);
            assertThat(nameIn("\"" + name + "\":1")).isEqualTo(name);
        });
        assertThat(nameIn("\"\":1")).isEmpty();
        assertThat(nameIn("\"\u00FF\":1")).isEqualTo("\u00FF");
    }

    @Test
    void isMadeOnce() {
        assertThat(nameIn("\"startedAt\":1")).isSameAs(nameIn("\"startedAt\":2"));
    }

    private static String nameIn(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.ISO_8859_1);
        return FieldName.of(bytes, 1, json.lastIndexOf('"') - 1);
    }
}
