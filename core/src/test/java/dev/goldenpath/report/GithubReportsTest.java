package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the reports of a run do where GitHub runs the build. */
class GithubReportsTest {
    @TempDir
    private Path folder;

    @Test
    void theStepSummaryIsWrittenWhereGithubSaysWhereTo() throws IOException {
        Path summary = folder.resolve("step.md");
        assertThat(made().writeStepSummary(Map.of("GITHUB_STEP_SUMMARY", summary.toString())))
                .isEmpty();
        assertThat(summary).content().startsWith("<!-- goldenpath r1 -->\n## Golden Path: 0 of 1 passed, gate RED\n");
    }

    @Test
    void elsewhereNothingIsWritten() throws IOException {
        Reports reports = made();
        assertThat(reports.writeStepSummary(Map.of())).isEmpty();
        assertThat(reports.writeStepSummary(Map.of("GITHUB_STEP_SUMMARY", ""))).isEmpty();
        assertThat(reports.annotations(folder, Map.of())).isEmpty();
        assertThat(reports.annotations(folder, Map.of("GITHUB_ACTIONS", "false")))
                .isEmpty();
    }

    @Test
    void aStepSummaryThatCanNotBeWrittenIsToldInOneLine() throws IOException {
        Path busy = Files.createDirectories(folder.resolve("step.md"));
        assertThat(made().writeStepSummary(Map.of("GITHUB_STEP_SUMMARY", busy.toString())))
                .get()
                .asString()
                .isEqualTo(
                        "Golden Path: the step summary " + busy
                                + ", which GITHUB_STEP_SUMMARY names, was not written: Is a directory. The reports have all of it.");
    }

    @Test
    void annotationsNamePathsAsTheRepositoryHasThem() throws IOException {
        assertThat(made().annotations(folder, Map.of("GITHUB_ACTIONS", "true", "GITHUB_WORKSPACE", "")))
                .containsExactly("::error title=Golden Path%3A P1 FAILED ChatIT.a()::FAILED");
    }

    private Reports made() throws IOException {
        return Reports.make(
                folder.resolve("out"),
                new SampleRun().test("P1", "a", Verdict.FAILED).read(),
                false);
    }
}
