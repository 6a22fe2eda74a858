package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ValuesTest {

    @ParameterizedTest
    @CsvSource({"500ms,PT0.5S", "30s,PT30S", "2 m,PT2M", "1h,PT1H"})
    void readsDurations(String text, Duration expected) {
        assertThat(Values.duration(text)).isEqualTo(expected);
    }

    @Test
    void splitsACommandAtSpacesOutsideQuotes() {
        assertThat(Values.words("java  -jar \"a b.jar\" --name='it is' -Dx=\"a'b\"c ''"))
                .containsExactly("java", "-jar", "a b.jar", "--name=it is", "-Dx=a'bc", "");
    }

    @Test
    void splitsAWordOfAnyLength() {
        String word = "x".repeat(100_000);
        assertThat(Values.words("run " + word + " '" + word + "'")).isEqualTo(List.of("run", word, word));
    }

    static Stream<Arguments> refusedTexts() {
        return Stream.of(
                row(Values::bool, "yes", "is neither true nor false"),
                row(Values::duration, "30", "is no duration such as 500ms, 30s or 2m"),
                row(Values::url, "ftp://host", "is no http or https URL with a host"),
                row(Values::url, "/path", "is no http or https URL with a host"),
                row(Values::url, "http://a/b c", "is no URL: Illegal character in path at character 11"),
                row(Values::url, "http://host/?q", "must have neither user info nor query nor fragment"),
                row(Values::url, "http://user@host", "must have neither user info nor query nor fragment"),
                row(Values::path, "health", "must start with a slash"),
                row(Values::requestPath, "health", "must start with a slash"),
                row(
                        Values::requestPath,
                        "/health check",
                        "is no request path: Illegal character in path at character 8"),
                row(Values::pathAndPointer, "/version", "is not of the form place#/json/pointer"),
                row(Values::pathAndPointer, "version#/a", "must start with a slash"),
                row(Values::reference, "#/a", "is not of the form place#/json/pointer"),
                row(Values::need, "maybe", "is neither required nor optional"),
                row(Values::percent, "95", "is no percentage from 0% to 100%"),
                row(Values::percent, "101%", "is no percentage from 0% to 100%"),
                row(Values::amount, "-1", "must not be negative"),
                row(Values::amount, "much", "is no number"),
                row(Values::port, "0", "is no port from 1 to 65535"),
                row(Values::currency, "usd", "is no currency code such as USD"),
                row(Values::words, "java \"a b", "has a \" that is never closed"),
                row(Values::words, "echo it's", "has a ' that is never closed"));
    }

    private static Arguments row(Function<String, ?> parse, String text, String message) {
        return Arguments.of(parse, text, message);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refusedTexts")
    void saysWhatIsWrongWithAText(Function<String, ?> parse, String text, String message) {
        assertThatThrownBy(() -> parse.apply(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
