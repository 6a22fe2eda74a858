package dev.goldenpath.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateMojoTest {
    @TempDir
    Path base;

    private Runs runs;
    private GateMojo gate;
    private LinesLogged logged;

    @BeforeEach
    void open() {
        runs = new Runs(base.resolve("target/goldenpath"));
        logged = new LinesLogged();
        gate = new GateMojo();
        gate.setLog(logged);
        gate.basedir = base.toFile();
        gate.goals = List.of("goldenpath:gate");
        gate.runId = "r1";
        gate.variables = Map.of();
    }

    @Test
    void aGreenRunIsToldAsInformation() throws Exception {
        runs.wrote("r1", Verdict.PASSED);
        gate.execute();
        assertThat(logged.lines()).first().isEqualTo("info: Golden Path gate, run r1: green");
        assertThat(logged.lines()).allMatch(line -> line.startsWith("info: "));
    }

    @Test
    void aRedRunFailsTheBuildAndTellsWhy() throws Exception {
        runs.wrote("r1", Verdict.SKIPPED);
        assertThatThrownBy(gate::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("The golden-path gate is red: 1 test is SKIPPED: no P1 test may be.");
        assertThat(logged.lines()).contains("error: Golden Path gate, run r1: RED");
        assertThat(logged.lines()).allMatch(line -> line.startsWith("error: "));
    }

    @Test
    void onGithubItWritesTheSummaryOfTheStepAndPrintsAnnotationsAsTheyAre() throws Exception {
        runs.wrote("r1", Verdict.FAILED);
        Path summary = base.resolve("step.md");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        gate.out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        gate.variables = Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString());
        assertThatThrownBy(gate::execute).isInstanceOf(MojoFailureException.class);
        assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("::error title=Golden Path%3A P1 FAILED ");
        assertThat(summary).content().startsWith("<!-- goldenpath r1 -->\n## Golden Path: 0 of 1 passed, gate RED\n");
    }

    @Test
    void aStepSummaryThatCanNotBeWrittenIsAWarning() throws Exception {
        runs.wrote("r1", Verdict.PASSED);
        gate.variables = Map.of("GITHUB_STEP_SUMMARY", base.toString());
        gate.execute();
        assertThat(logged.lines())
                .last()
                .isEqualTo(
                        "warn: Golden Path: the step summary " + base
                                + ", which GITHUB_STEP_SUMMARY names, was not written: Is a directory. The reports have all of it.");
    }

    @Test
    void aLogThatCannotBeReadIsAnError() throws Exception {
        Path log = runs.wrote("r1", Verdict.PASSED);
        Files.writeString(log, "not JSON\n");
        assertThatThrownBy(gate::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("The golden-path gate can't judge the run: " + log + ":1 is no run log line");
    }

    @Test
    void everyWayToRunNoTestsSkipsTheGateAndSaysSo() throws Exception {
        runs.wrote("another", Verdict.PASSED);
        gate.skip = true;
        assertSkippedBy("maven.test.skip");
        gate.skip = false;
        gate.skipTests = true;
        assertSkippedBy("skipTests");
        gate.skipTests = false;
        gate.skipIntegrationTests = true;
        assertSkippedBy("skipITs");
        gate.skipIntegrationTests = false;
        gate.skipGate = "true";
        assertSkippedBy("goldenpath.skipGate");
        gate.skipGate = "false";
        assertThatThrownBy(gate::execute).isInstanceOf(MojoFailureException.class);
    }

    @Test
    void testsThatRanAreJudgedThoughOthersWereSkipped() throws Exception {
        runs.wrote("r1", Verdict.FAILED);
        gate.skipIntegrationTests = true;
        assertThatThrownBy(gate::execute).isInstanceOf(MojoFailureException.class);
    }

    @Test
    void theXmlStaysStrictWhereItIsAskedFor() throws Exception {
        runs.wrote("r1", Verdict.PASSED);
        gate.junitXml = "strict";
        gate.execute();
        assertThat(runs.folder().resolve("goldenpath-junit.xml"))
                .content()
                .contains("<testsuite ")
                .doesNotContain("<testsuites", "goldenpath.verdict");
    }

    private void assertSkippedBy(String property) {
        logged.clear();
        assertThatCode(gate::execute).doesNotThrowAnyException();
        assertThat(logged.lines())
                .containsExactly("info: Golden Path gate skipped, as " + property + " says: nothing was judged.");
    }
}
