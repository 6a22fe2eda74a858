package dev.goldenpath.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.verdict.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportMojoTest {
    @TempDir
    Path base;

    private ReportMojo report;
    private LinesLogged logged;

    @BeforeEach
    void open() {
        logged = new LinesLogged();
        report = new ReportMojo();
        report.setLog(logged);
        report.basedir = base.toFile();
        report.variables = Map.of();
    }

    @Test
    void reportsAreMadeOfGivenLogsAndTheirPathsTold() throws Exception {
        Path log = new Runs(base.resolve("artifacts")).wrote("r1", Verdict.PASSED);
        report.logs = "artifacts";
        report.output = "made";
        report.execute();
        Path xml = base.resolve("made/goldenpath-junit.xml");
        assertThat(xml).exists();
        assertThat(logged.lines())
                .contains(
                        "info: Run log: " + log.resolveSibling("run-r1-*.jsonl"),
                        "info: Report: " + xml,
                        "info: Report: " + base.resolve("made/worklog.md"));
    }

    @Test
    void onGithubShardsThatAreMergedHaveOneSummary() throws Exception {
        new Runs(base.resolve("artifacts")).wrote("r1", Verdict.PASSED);
        Path summary = base.resolve("step.md");
        report.logs = "artifacts";
        report.output = "made";
        report.variables = Map.of("GITHUB_STEP_SUMMARY", summary.toString());
        report.execute();
        assertThat(summary).content().startsWith("<!-- goldenpath r1 -->\n## Golden Path: 1 of 1 passed, gate green\n");
        report.variables = Map.of("GITHUB_STEP_SUMMARY", base.toString());
        report.execute();
        assertThat(logged.lines())
                .contains(
                        "warn: Golden Path: the step summary " + base
                                + ", which GITHUB_STEP_SUMMARY names, was not written: Is a directory. The reports have all of it.");
    }

    @Test
    void theXmlIsStrictWhereAskedFor() throws Exception {
        new Runs(base.resolve("target/goldenpath")).wrote("r1", Verdict.PASSED);
        report.execute();
        Path xml = base.resolve("target/goldenpath/goldenpath-junit.xml");
        String full = Files.readString(xml);
        report.junitXml = "strict";
        report.execute();
        assertThat(full).contains("goldenpath.verdict");
        assertThat(xml).content().doesNotContain("goldenpath.verdict");
    }

    @Test
    void aLogThatCannotBeReadIsAnError() throws Exception {
        Path log = new Runs(base.resolve("target/goldenpath")).wrote("r1", Verdict.PASSED);
        Files.writeString(log, "not JSON\n");
        assertThatThrownBy(report::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("The reports could not be made: " + log + ":1 is no run log line");
    }

    @Test
    void whereNoRunIsFoundTheWaysOutAreMavensOwn() throws Exception {
        Path output = base.resolve("target/goldenpath");
        assertThatThrownBy(report::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("There is no run log in " + output
                        + ". Run the tests first, or tell where the logs are with -Dgoldenpath.logs.");
        Runs runs = new Runs(output);
        runs.wrote("r1", Verdict.PASSED);
        runs.wrote("r2", Verdict.PASSED);
        report.logs = "target/goldenpath";
        assertThatThrownBy(report::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(
                        "The logs in " + output + " are of several runs: r1, r2. Choose one with -Dgoldenpath.runId.");
        report.logs = "shard-1";
        assertThatThrownBy(report::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("There is no file and no folder " + base.resolve("shard-1") + ". Correct goldenpath.logs.");
    }
}
