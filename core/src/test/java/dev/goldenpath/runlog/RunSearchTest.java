package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.goldenpath.runlog.RunNotFoundException.Reason;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunSearchTest {
    private static final SearchWords WORDS = new SearchWords(
            "Choose one with -Drun.", "Run the tests first, or tell where the logs are with -Dlogs.", "Correct logs.");

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
        assertThat(inOutput().find(null).read().run()).isEqualTo("r1");
        assertThat(inOutput().find(null).read().jvms()).hasSize(2);
    }

    @Test
    void aGivenRunOfTheOutputFolderIsReported() throws Exception {
        here.wrote("r1", Verdict.PASSED);
        here.wrote("r2", Verdict.PASSED);
        assertThat(inOutput().find("r1").read().run()).isEqualTo("r1");
    }

    @Test
    void anUnknownRunIsRefused() throws Exception {
        here.wrote("r1", Verdict.PASSED);
        here.wrote("r2", Verdict.PASSED);
        assertThatThrownBy(() -> inOutput().find("r3").read())
                .isInstanceOf(RunNotFoundException.class)
                .hasMessage("There is no log of run r3 in " + here.folder() + ", only of r1, r2.");
        assertThatThrownBy(() -> given(here.folder()).find("r3").read())
                .isInstanceOf(RunNotFoundException.class)
                .hasMessage("There is no log of run r3 in " + here.folder() + ", only of r1, r2.");
    }

    @Test
    void aFolderWithoutLogsIsRefused() throws Exception {
        Files.createDirectories(here.folder());
        String message = "There is no run log in " + here.folder()
                + ". Run the tests first, or tell where the logs are with -Dlogs.";
        assertThatThrownBy(() -> inOutput().find(null).read())
                .isInstanceOf(RunNotFoundException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> given(here.folder()).find(null).read())
                .isInstanceOf(RunNotFoundException.class)
                .hasMessage(message);
    }

    @Test
    void logsOfOneRunFromSeveralPlacesAreOneRun() throws Exception {
        here.wrote("r2", Verdict.PASSED);
        Path file = here.wrote("r1", Verdict.PASSED);
        there.wrote("r1", Verdict.FAILED);
        assertThat(given(file, there.folder()).find(null).read().tests()).hasSize(2);
    }

    @Test
    void aLogGivenTwiceCountsOnce() throws Exception {
        Path log = here.wrote("r1", Verdict.PASSED);
        assertThat(given(log, here.folder(), temp.resolve("here/../here"))
                        .find(null)
                        .read()
                        .tests())
                .hasSize(1);
    }

    @Test
    void copiesOfALogCountOnce() throws Exception {
        Path log = here.wrote("r1", Verdict.PASSED);
        Files.copy(log, Files.createDirectories(there.folder()).resolve(log.getFileName()));
        assertThat(given(here.folder(), there.folder()).find(null).read().tests())
                .hasSize(1);
    }

    @Test
    void logsOfOneNameThatDifferAreRefused() throws Exception {
        Path whole = here.wrote("r1", Verdict.PASSED);
        Path cut = Files.createDirectories(there.folder()).resolve(whole.getFileName());
        String text = Files.readString(whole);
        Files.writeString(cut, text.substring(0, text.lastIndexOf("{\"type\"")));
        assertThatThrownBy(() -> given(here.folder(), there.folder()).find(null).read())
                .isInstanceOf(RunNotFoundException.class)
                .hasMessage(whole + " and " + cut
                        + " begin alike and differ. A log must count once: remove the one that is not whole.");
    }

    @Test
    void aCopyOfAnotherNameCountsOnce() throws Exception {
        Path log = here.wrote("r1", Verdict.PASSED);
        Path copy = log.resolveSibling(log.getFileName().toString().replace(".jsonl", "-2.jsonl"));
        Files.copy(log, copy);
        Files.copy(log, Files.createDirectories(there.folder()).resolve("shard-1.jsonl"));
        assertThat(inOutput().find(null).read().tests()).hasSize(1);
        assertThat(given(log, copy, there.folder().resolve("shard-1.jsonl"))
                        .find(null)
                        .read()
                        .tests())
                .hasSize(1);
    }

    @Test
    void aPartOfALogInItsFolderIsRefused() throws Exception {
        Path log = here.wrote("r1", Verdict.PASSED);
        Path part = log.resolveSibling(log.getFileName().toString().replace(".jsonl", "-2.jsonl"));
        String text = Files.readString(log);
        Files.writeString(part, text.substring(0, text.lastIndexOf("{\"type\"")));
        assertThatThrownBy(() -> inOutput().find(null).read())
                .isInstanceOf(IOException.class)
                .hasMessage(part + " and " + log
                        + " begin alike and differ. A log must count once: remove the one that is not whole.");
    }

    @Test
    void damagedLogsOfOtherRunsAreNotRead() throws Exception {
        here.wrote("r1", Verdict.PASSED);
        Path other = here.wrote("r2", Verdict.PASSED);
        Files.writeString(other, "not JSON\n");
        Files.writeString(Files.createDirectories(there.folder()).resolve(other.getFileName()), "nor this\n");
        RunSearch search = given(here.folder(), there.folder());
        assertThat(search.find("r1").read().tests()).hasSize(1);
        Files.delete(other);
        assertThatThrownBy(() -> search.find("r2").read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(":1 is no run log line");
    }

    @Test
    void aRenamedLogIsOfTheRunThatItTells() throws Exception {
        Path log = here.wrote("r1", Verdict.PASSED);
        Path renamed = Files.move(log, log.resolveSibling("shard-1.jsonl"));
        assertThat(given(renamed).find("r1").read().tests()).hasSize(1);
    }

    @Test
    void logsOfSeveralRunsNeedAChoice() throws Exception {
        Path first = here.wrote("r2", Verdict.PASSED);
        there.wrote("r1", Verdict.PASSED);
        there.wrote("r2", Verdict.PASSED);
        RunSearch search = given(first, there.folder());
        assertThatThrownBy(() -> search.find(null).read())
                .isInstanceOf(RunNotFoundException.class)
                .hasMessage("The logs in " + first + ", " + there.folder()
                        + " are of several runs: r1, r2. Choose one with -Drun.");
        assertThat(search.find("r2").read().jvms()).hasSize(2);
    }

    @Test
    void aLogThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> given(here.folder()).find(null).read())
                .isInstanceOf(RunNotFoundException.class)
                .hasMessage("There is no file and no folder " + here.folder() + ". Correct logs.");
    }

    @Test
    void aFileThatIsNoLogIsRefused() throws Exception {
        Path notes = Files.writeString(temp.resolve("notes.txt"), "hello\n");
        assertThatThrownBy(() -> given(notes).find(null).read())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(notes + ":1 is no run log line");
    }

    @Test
    void itIsToldWhetherThereIsNoLogOrNoPlainOne() throws Exception {
        Files.createDirectories(here.folder());
        assertThat(reason(inOutput(), null)).isEqualTo(Reason.NO_LOG);
        Path whole = here.wrote("r1", Verdict.PASSED);
        assertThat(reason(inOutput(), "r3")).isEqualTo(Reason.NO_LOG);
        assertThat(reason(given(there.folder()), null)).isEqualTo(Reason.NO_LOG);
        Path other = Files.createDirectories(there.folder()).resolve(whole.getFileName());
        Files.writeString(other, "");
        assertThat(reason(given(here.folder(), there.folder()), null)).isEqualTo(Reason.NOT_PLAIN);
        there.wrote("r2", Verdict.PASSED);
        assertThat(reason(given(here.folder(), there.folder()), null)).isEqualTo(Reason.NOT_PLAIN);
    }

    private static Reason reason(RunSearch search, @Nullable String run) {
        return catchThrowableOfType(RunNotFoundException.class, () -> search.find(run))
                .reason();
    }

    private RunSearch inOutput() {
        return RunSearch.inFolder(here.folder(), WORDS);
    }

    private static RunSearch given(Path... logs) {
        return RunSearch.among(List.of(logs), WORDS);
    }
}
