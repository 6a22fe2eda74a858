package dev.goldenpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.cli.Invocation.Ended;
import dev.goldenpath.history.History;
import dev.goldenpath.history.HistoryRun;
import dev.goldenpath.verdict.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about the history, one after another as CI runs them. */
class HistoryCommandsTest {
    @TempDir
    Path folder;

    @Test
    void runsAreAddedAndTold() throws Exception {
        SampleLog.of(logs(), "r1").test(Verdict.PASSED).test(Verdict.FAILED).ended(1);
        Ended added = Invocation.of(folder, "history", "add", "--keep", "1").run();

        assertThat(added.err()).isEmpty();
        assertThat(added.out())
                .isEqualTo("Added run r1 of environment 'local' with 2 tests to history.jsonl, which holds 1 run of it"
                        + " now.\n");
        assertThat(added.exitCode()).isZero();

        SampleLog.of(logs(), "r2").test(Verdict.PASSED).test(Verdict.FAILED).ended(2);
        assertThat(execute("history", "add", logs().toString(), "--file", file().toString()))
                .isZero();
        assertThat(execute("history", "add", logs().toString(), "--file", file().toString()))
                .isZero();
        assertThat(History.read(file()).runs()).extracting(HistoryRun::run).containsExactly("r1", "r2");

        Ended told = Invocation.of(folder, "history", "show", "--test", "answers2")
                .with("GOLDENPATH_HISTORY", "history.jsonl")
                .run();
        assertThat(told.err()).isEmpty();
        assertThat(told.out())
                .contains("FAILING  ChatIT.answers2()\n")
                .contains("         now           FAILED, and no pass in the last 2 runs that tell\n");
        assertThat(told.exitCode()).isZero();
    }

    @Test
    void whereThereIsNoLogNothingIsAdded() throws Exception {
        assertThat(execute("history", "add", logs().toString(), "--file", file().toString()))
                .isEqualTo(2);
        assertThat(file()).doesNotExist();
    }

    @Test
    void anotherFileIsLeftAsItIs() throws Exception {
        Path log = SampleLog.of(logs(), "r1").test(Verdict.PASSED).ended(1);
        String before = Files.readString(log);

        assertThat(execute("history", "add", log.toString(), "--file", log.toString()))
                .isEqualTo(70);
        assertThat(log).hasContent(before);
    }

    @Test
    void keepingNothingIsAnErrorOfUse() {
        StringWriter err = new StringWriter();
        int code = Main.commandLine().setErr(new PrintWriter(err)).execute("history", "add", "--keep", "0");

        assertThat(err.toString()).startsWith("--keep 0: at least 1 run has to be kept.\n");
        assertThat(code).isEqualTo(64);
    }

    private static int execute(String... arguments) {
        return Main.commandLine().execute(arguments);
    }

    private Path logs() {
        return folder.resolve("target/goldenpath");
    }

    private Path file() {
        return folder.resolve("history.jsonl");
    }
}
