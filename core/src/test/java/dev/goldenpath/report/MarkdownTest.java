package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '"', textBlock = """
            a*b_c <d> [e](f) | g      ! `a*b_c <d> [e](f) | g`
            a `tick`s inside ``two``s ! ```a `tick`s inside ``two``s```
            `whole`                   ! `` `whole` ``
            "one\n  two\r\n\nthree"   ! `one two  three`
            "\u001B[31mred\u0007"     ! `�[31mred�`
            """)
    void whatOthersWroteIsCode(String text, String expected) {
        assertThat(Markdown.code(unescaped(text))).isEqualTo(expected);
    }

    @Test
    void aBlockEndsOnlyWhereItShould() {
        assertThat(Markdown.block("a\n```\n  b\n\n````c")).isEqualTo("""
                  `````text
                  a
                  ```
                    b
                  ````c
                  `````
                """);
    }

    @Test
    void aLongBlockSaysHowMuchIsLeftOut() {
        String lines = IntStream.rangeClosed(1, 15).mapToObj(Integer::toString).collect(Collectors.joining("\n"));

        assertThat(Markdown.block(lines)).endsWith("  12\n  … (3 more lines in the run log)\n  ```\n");
    }

    @Test
    void aTableKeepsItsColumnsWhateverTheCellsHold() {
        assertThat(Markdown.table(List.of(List.of("name", "n"), List.of("a|b\n<c>*`\\", "10")), 1))
                .isEqualTo("""
                | name             |  n |
                | ---------------- | -: |
                | a\\|b \\<c\\>\\*\\`\\\\ | 10 |
                """);
    }

    private static String unescaped(String text) {
        return text.translateEscapes();
    }
}
