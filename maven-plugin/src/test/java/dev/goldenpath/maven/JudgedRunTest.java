package dev.goldenpath.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.report.EarlierRuns;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgedRunTest {
    @TempDir
    Path folder;

    private Runs runs;

    @BeforeEach
    void open() {
        runs = new Runs(folder);
    }

    @Test
    void aBuildIsJudgedByItsOwnRun() throws Exception {
        runs.wrote("own", Verdict.FAILED);
        runs.wrote("later", Verdict.PASSED);
        assertThat(inBuild().judge(Optional.empty(), EarlierRuns.NONE).gate().isGreen())
                .isFalse();
    }

    @Test
    void aBuildThatRanNoTestIsNeverJudgedByAnOlderRun() throws Exception {
        runs.wrote("yesterday", Verdict.PASSED);
        assertThatThrownBy(() -> inBuild().judge(Optional.empty(), EarlierRuns.NONE))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("No golden-path test ran: there is no log of run own in " + folder
                        + ", only of yesterday. Check which tests were selected, and that they ran before this goal, with"
                        + " the same goldenpath.output and goldenpath.runId. Where Maven can't be told by its command line,"
                        + " pass -Dgoldenpath.runId. A module without golden-path tests does without this goal, or skips"
                        + " it by <skipGate>true</skipGate> in its own POM.");
    }

    @Test
    void aModuleWithoutAnyLogIsRed() {
        Path missing = folder.resolve("goldenpath");
        assertThatThrownBy(() ->
                        new JudgedRun(missing, false, "own", false, null).judge(Optional.empty(), EarlierRuns.NONE))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith(
                        "No golden-path test ran: there is no log of run own in " + missing + ". Check ");
    }

    @Test
    void theReportsAreMadeAgainForAKilledJvmCouldNotMakeThem() throws Exception {
        runs.wrote("own", Verdict.PASSED);
        inBuild().judge(Optional.empty(), EarlierRuns.NONE);
        assertThat(folder.resolve("worklog.md")).content().contains("- Run: `own`");
        assertThat(folder.resolve("goldenpath-junit.xml")).isNotEmptyFile();
    }

    @Test
    void aForkThatReadAnotherClockIsOfTheSameMaven() throws Exception {
        runs.wrote("4711-1700000001000", Verdict.FAILED);
        JudgedRun build = new JudgedRun(folder, false, "4711-1700000000000", false, null);
        assertThat(build.judge(Optional.empty(), EarlierRuns.NONE).gate().isGreen())
                .isFalse();
        JudgedRun later = new JudgedRun(folder, false, "4711-1700000090000", false, null);
        assertThatThrownBy(() -> later.judge(Optional.empty(), EarlierRuns.NONE))
                .isInstanceOf(MojoFailureException.class);
    }

    @Test
    void aGivenRunIsJudgedWhereverTheGoalRuns() throws Exception {
        runs.wrote("given", Verdict.PASSED);
        runs.wrote("own", Verdict.FAILED);
        assertThat(inBuild()
                        .judge(Optional.of("given"), EarlierRuns.NONE)
                        .gate()
                        .isGreen())
                .isTrue();
        assertThat(alone().judge(Optional.of("given"), EarlierRuns.NONE).gate().isGreen())
                .isTrue();
    }

    @Test
    void aGivenRunWithoutLogIsRedThoughTheGoalRunsAlone() throws Exception {
        runs.wrote("r1", Verdict.PASSED);
        assertThatThrownBy(() -> alone().judge(Optional.of("r2"), EarlierRuns.NONE))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith(
                        "No golden-path test ran: there is no log of run r2 in " + folder + ", only of r1.");
    }

    @Test
    void theGoalAloneJudgesTheNewestRun() throws Exception {
        runs.wrote("r2", Verdict.FAILED);
        runs.wrote("r1", Verdict.PASSED);
        assertThat(alone().judge(Optional.empty(), EarlierRuns.NONE).gate().text())
                .startsWith("Golden Path gate, run r1: green\n");
    }

    @Test
    void theGoalAloneFindsNothingToJudge() {
        assertThatThrownBy(() -> alone().judge(Optional.empty(), EarlierRuns.NONE))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("No golden-path test ran. There is no run log in " + folder
                        + ". Run the tests first, or tell where the logs are with -Dgoldenpath.output.");
    }

    @Test
    void aLogThatWasChangedIsNotJudged() throws Exception {
        Path log = runs.wrote("own", Verdict.PASSED);
        Files.writeString(log, "{}\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> inBuild().judge(Optional.empty(), EarlierRuns.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(log + ":6 does not follow the line before it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "goldenpath:gate",
                "goldenpath:gate@judge",
                "dev.goldenpath:goldenpath-maven-plugin:gate",
                "dev.goldenpath:goldenpath-maven-plugin:0.1.0:gate"
            })
    void isAloneHoweverOurGoalsAreTyped(String goal) {
        assertThat(JudgedRun.isAlone(List.of(goal))).isTrue();
        assertThat(JudgedRun.isAlone(List.of("goldenpath:report", goal))).isTrue();
        assertThat(JudgedRun.isAlone(List.of("verify", goal))).isFalse();
    }

    @Test
    void isNotAloneInAPhaseOrADefaultGoal() {
        assertThat(JudgedRun.isAlone(List.of("verify"))).isFalse();
        assertThat(JudgedRun.isAlone(List.of("failsafe:integration-test", "goldenpath:gate")))
                .isFalse();
        assertThat(JudgedRun.isAlone(List.of())).isFalse();
    }

    private JudgedRun inBuild() {
        return new JudgedRun(folder, false, "own", false, null);
    }

    private JudgedRun alone() {
        return new JudgedRun(folder, true, "own", false, null);
    }
}
