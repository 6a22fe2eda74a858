package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "::error::no|: :error::no",
                "   ::add-mask::no|   : :add-mask::no",
                "see ##[add-path]/tmp|see ## [add-path]/tmp",
                "see ##vso[task.complete]|see ## vso[task.complete]",
                "##teamcity[testFailed]|## teamcity[testFailed]",
                "a::b, #[c], ## d|a::b, #[c], ## d"
            })
    void noCiServerTakesItForACommand(String text, String shown) {
        assertThat(ConsoleLine.of(text, false)).isEqualTo(shown);
    }

    @Test
    void controlCharactersAndMarksOfDirectionAreShownAsQuestionMarks() {
        assertThat(ConsoleLine.of("a\u001b[31mb\rc\nd\te \u202Etxt.exe\u2066 \uD83D\uDE00", false))
                .isEqualTo("a?[31mb?c?d e ?txt.exe? \uD83D\uDE00");
    }

    @Test
    void saysTheSameInAsciiWhereNothingElseCanBePrinted() {
        assertThat(ConsoleLine.of("← ChatIT, … ü", true)).isEqualTo("<- ChatIT, ... ?");
    }

    @Test
    void eachLineOfATextStaysALine() {
        assertThat(ConsoleLine.each("\na\n::b\n", false)).isEqualTo("\na\n: :b\n");
    }
}
