package dev.goldenpath.report;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressStyleTest {
    private static final Map<String, String> NOTHING_SET = Map.of();

    @Test
    void aPersonAtATerminalHasItLiveInColours() {
        assertThat(ProgressStyle.of(ProgressForm.AUTO, NOTHING_SET, true, UTF_8, 1))
                .isEqualTo(
                        new ProgressStyle(ProgressForm.LIVE, Duration.ofMillis(200), true, false, 80, "Golden Path"));
    }

    @Test
    void behindAPipeThereAreLines() {
        assertThat(ProgressStyle.of(ProgressForm.AUTO, NOTHING_SET, false, UTF_8, 1))
                .isEqualTo(
                        new ProgressStyle(ProgressForm.LINES, Duration.ofSeconds(10), false, false, 80, "Golden Path"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CI", "GITHUB_ACTIONS", "GITLAB_CI", "JENKINS_URL", "TF_BUILD", "TEAMCITY_VERSION"})
    void ciHasFewerLinesEvenOnATerminal(String variable) {
        ProgressStyle style = ProgressStyle.of(ProgressForm.AUTO, Map.of(variable, "x"), true, UTF_8, 1);
        assertThat(style.form()).isEqualTo(ProgressForm.LINES);
        assertThat(style.pause()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "false"})
    void aVariableThatSaysNoIsNoCi(String value) {
        assertThat(ProgressStyle.of(ProgressForm.AUTO, Map.of("CI", value), true, UTF_8, 1)
                        .form())
                .isEqualTo(ProgressForm.LIVE);
    }

    @Test
    void whatIsConfiguredComesFirst() {
        assertThat(ProgressStyle.of(ProgressForm.LIVE, Map.of("CI", "true"), false, UTF_8, 1))
                .isEqualTo(
                        new ProgressStyle(ProgressForm.LIVE, Duration.ofMillis(200), false, false, 80, "Golden Path"));
        assertThat(ProgressStyle.of(ProgressForm.OFF, NOTHING_SET, true, UTF_8, 1)
                        .form())
                .isEqualTo(ProgressForm.OFF);
    }

    @Test
    void noColoursWhereTheyAreNotWanted() {
        assertThat(ProgressStyle.of(ProgressForm.AUTO, Map.of("NO_COLOR", "1"), true, UTF_8, 1)
                        .colours())
                .isFalse();
        assertThat(ProgressStyle.of(ProgressForm.AUTO, Map.of("NO_COLOR", ""), true, UTF_8, 1)
                        .colours())
                .isTrue();
    }

    @Test
    void fitsIntoTheTerminalAndItsCharacters() {
        assertThat(ProgressStyle.of(ProgressForm.AUTO, Map.of("COLUMNS", "120"), true, US_ASCII, 1))
                .isEqualTo(
                        new ProgressStyle(ProgressForm.LIVE, Duration.ofMillis(200), true, true, 120, "Golden Path"));
        assertThat(ProgressStyle.of(ProgressForm.AUTO, Map.of("COLUMNS", "wide"), true, UTF_8, 1)
                        .width())
                .isEqualTo(80);
    }

    @Test
    void aFurtherJvmThatRunsTestsAtTheSameTimeHasItsNumber() {
        assertThat(ProgressStyle.of(ProgressForm.AUTO, NOTHING_SET, false, UTF_8, 2)
                        .name())
                .isEqualTo("Golden Path, JVM 2");
    }
}
