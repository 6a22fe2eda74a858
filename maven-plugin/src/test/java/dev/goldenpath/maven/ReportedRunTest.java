package dev.goldenpath.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportedRunTest {
    @TempDir
    Path temp;

    private Runs here;
    private Runs there;

    @BeforeEach
    void open() {
        here = new Runs(temp.resolve("here"));
        there = new Runs(temp.resolve("there"));
    }

    @Test
    void theNewestRunOfTheOutputFolderIsReported() throws Exception {
        here.wrote("r2", Verdict.PASSED);
        here.wrote("r1", Verdict.PASSED);
        here.wrote("r1", Verdict.PASSED);
        assertThat(inOutput().read(Optional.empty()).run()).isEqualTo("r1");
        assertThat(inOutput().read(Optional.empty()).jvms()).hasSize(2);
    }

    @Test
    void aGivenRunOfTheOutputFolderIsReported() throws Exception {
        here.wrote("r1", Verdict.PASSED);
        here.wrote("r2", Verdict.PASSED);
        assertThat(inOutput().read(Optional.of("r1")).run()).isEqualTo("r1");
    }

    @Test
    void anUnknownRunIsRefused() throws Exception {
        here.wrote("r1", Verdict.PASSED);
        here.wrote("r2", Verdict.PASSED);
        assertThatThrownBy(() -> inOutput().read(Optional.of("r3")))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("There is no log of run r3 in " + here.folder() + ", only of r1, r2.");
        assertThatThrownBy(() -> given(here.folder()).read(Optional.of("r3")))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("There is no log of run r3 in " + here.folder() + ", only of r1, r2.");
    }

    @Test
    void aFolderWithoutLogsIsRefused() throws Exception {
        Files.createDirectories(here.folder());
        String message = "There is no run log in " + here.folder()
                + ". Run the tests first, or tell where the logs are with -Dgoldenpath.logs.";
        assertThatThrownBy(() -> inOutput().read(Optional.empty()))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> given(here.folder()).read(Optional.empty()))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(message);
    }

    @Test
    void logsOfOneRunFromSeveralPlacesAreOneRun() throws Exception {
        here.wrote("r2", Verdict.PASSED);
        Path file = here.wrote("r1", Verdict.PASSED);
        there.wrote("r1", Verdict.FAILED);
        assertThat(given(file, there.folder()).read(Optional.empty()).tests()).hasSize(2);
    }

    @Test
    void aLogGivenTwiceCountsOnce() throws Exception {
        Path log = here.wrote("r1", Verdict.PASSED);
        assertThat(given(log, here.folder(), temp.resolve("here/../here"))
                        .read(Optional.empty())
                        .tests())
                .hasSize(1);
    }

    @Test
    void copiesOfALogCountOnce() throws Exception {
        Path log = here.wrote("r1", Verdict.PASSED);
        Files.copy(log, Files.createDirectories(there.folder()).resolve(log.getFileName()));
        assertThat(given(here.folder(), there.folder()).read(Optional.empty()).tests())
                .hasSize(1);
    }

    @Test
    void logsOfOneNameThatDifferAreRefused() throws Exception {
        Path whole = here.wrote("r1", Verdict.PASSED);
        Path cut = Files.createDirectories(there.folder()).resolve(whole.getFileName());
        String text = Files.readString(whole);
        Files.writeString(cut, text.substring(0, text.lastIndexOf("{\"type\"")));
        assertThatThrownBy(() -> given(here.folder(), there.folder()).read(Optional.empty()))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage(whole + " and " + cut
                        + " have one name and differ. A log must count once: remove the one that is not whole.");
    }

    @Test
    void damagedLogsOfOtherRunsAreNotRead() throws Exception {
        here.wrote("r1", Verdict.PASSED);
        Path other = here.wrote("r2", Verdict.PASSED);
        Files.writeString(other, "not JSON\n");
        Files.writeString(Files.createDirectories(there.folder()).resolve(other.getFileName()), "nor this\n");
        ReportedRun reported = given(here.folder(), there.folder());
        assertThat(reported.read(Optional.of("r1")).tests()).hasSize(1);
        Files.delete(other);
        assertThatThrownBy(() -> reported.read(Optional.of("r2")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(":1 is no run log line");
    }

    @Test
    void aRenamedLogIsOfTheRunThatItTells() throws Exception {
        Path log = here.wrote("r1", Verdict.PASSED);
        Path renamed = Files.move(log, log.resolveSibling("shard-1.jsonl"));
        assertThat(given(renamed).read(Optional.of("r1")).tests()).hasSize(1);
    }

    @Test
    void logsOfSeveralRunsNeedAChoice() throws Exception {
        Path first = here.wrote("r2", Verdict.PASSED);
        there.wrote("r1", Verdict.PASSED);
        there.wrote("r2", Verdict.PASSED);
        ReportedRun reported = given(first, there.folder());
        assertThatThrownBy(() -> reported.read(Optional.empty()))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("The logs in " + first + ", " + there.folder()
                        + " are of several runs: r1, r2. Choose one with -Dgoldenpath.runId.");
        assertThat(reported.read(Optional.of("r2")).jvms()).hasSize(2);
    }

    @Test
    void aLogThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> given(here.folder()).read(Optional.empty()))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("There is no file and no folder " + here.folder() + ". Correct goldenpath.logs.");
    }

    @Test
    void aFileThatIsNoLogIsRefused() throws Exception {
        Path notes = Files.writeString(temp.resolve("notes.txt"), "hello\n");
        assertThatThrownBy(() -> given(notes).read(Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(notes + ":1 is no run log line");
    }

    private ReportedRun inOutput() {
        return new ReportedRun(here.folder(), List.of());
    }

    private ReportedRun given(Path... logs) {
        return new ReportedRun(temp.resolve("output"), List.of(logs));
    }
}
