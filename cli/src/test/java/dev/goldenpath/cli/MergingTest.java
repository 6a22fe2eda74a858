package dev.goldenpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.runlog.RunStart;
import dev.goldenpath.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code goldenpath merge} makes and says. */
class MergingTest {
    @TempDir
    Path base;

    private ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void theShardsOfTwoMachinesBecomeOneRun() throws Exception {
        Path first = shard(1, "one", "r1").test(Verdict.PASSED).ended(1);
        shard(2, "two", "r2").test(Verdict.PASSED).test(Verdict.PASSED).ended(1);
        Files.createDirectories(base.resolve("copies"));
        Files.copy(first, base.resolve("copies/run-copied.jsonl"));

        assertThat(merge("merged", null, "one", "two", "copies")).isEqualTo(ExitCode.PASS);
        String run = printed().replaceAll("(?s).*\nMerged run (merged-[0-9a-f]{12}) in .*/merged\\.\n", "$1");
        assertThat(run).startsWith("merged-");
        assertThat(printed()).contains("\ntotal        3       3 ");
        assertThat(base.resolve("merged/run-" + run + "-" + Integer.MAX_VALUE + "-1700000000001-2.jsonl"))
                .exists();
        assertThat(Files.mismatch(
                        first, base.resolve("merged/run-" + run + "-" + Integer.MAX_VALUE + "-1700000000001.jsonl")))
                .isEqualTo(-1);
        assertThat(gate("merged")).isEqualTo(ExitCode.PASS);
        assertThat(printed()).startsWith("Golden Path gate, run " + run + ": green");

        // Once more changes nothing.
        assertThat(merge("merged", null, "one", "two", "merged")).isEqualTo(ExitCode.PASS);
        assertThat(printed()).contains("\nMerged run " + run + " in ").contains("\ntotal        3       3 ");
    }

    @Test
    void anIdThatCanNameNoFilesIsRefused() throws Exception {
        shard(1, "one", "r1").test(Verdict.PASSED).ended(1);
        for (String id : List.of("", "feature/chat", "../up")) {
            assertThat(merge("merged", id, "one")).as(id).isEqualTo(ExitCode.USAGE);
            assertThat(printed())
                    .startsWith(
                            "'" + id + "' is no run id: it names files, so it is 1 to 100 letters, digits, '_', '.' and"
                                    + " '-', the first a letter or digit. Name the merged run another way.\n");
        }
        assertThat(base.resolve("merged")).doesNotExist();
    }

    @Test
    void theGateMissesAShard() throws Exception {
        shard(1, "one", "r1").test(Verdict.PASSED).ended(1);
        assertThat(merge("merged", "build-41", "one")).isEqualTo(ExitCode.PASS);

        assertThat(gate("merged")).isEqualTo(ExitCode.GATE);
        assertThat(printed())
                .startsWith("Golden Path gate, run build-41: RED")
                .contains("\n- Shard 2 of 2 is missing: no log of it is in " + base.resolve("merged")
                        + ". To judge this shard alone, tell the gate goldenpath.shard, too.\n");
        assertThat(gate("merged", Map.of("GOLDENPATH_SHARD", "1/2"))).isEqualTo(ExitCode.PASS);
        assertThat(gate("merged", Map.of("GOLDENPATH_SHARD", "2/2"))).isEqualTo(ExitCode.GATE);
    }

    @Test
    void aShardThatIsThereOfTwoRunsIsRefused() throws Exception {
        Path first = shard(1, "one", "r1").test(Verdict.FAILED).ended(1);
        Path again = shard(1, "again", "r2").test(Verdict.PASSED).ended(1);

        assertThat(merge("merged", null, "one", "again")).isEqualTo(ExitCode.USAGE);
        assertThat(printed().replaceAll("begun [^)]+", "begun then"))
                .isEqualTo("Shard 1 is there of several runs: r1 (" + first + ", begun then), r2 (" + again
                        + ", begun then). A shard counts once: leave out the logs that are not meant.\n\n"
                        + "Exit code 64: the command line does not tell what to do.\n");
        assertThat(base.resolve("merged")).doesNotExist();
    }

    @Test
    void runsWithTheSameTestAreRefused() throws Exception {
        SampleLog.of(base.resolve("one"), "r1").test(Verdict.PASSED).ended(1);
        SampleLog.of(base.resolve("two"), "r2")
                .test(Verdict.PASSED)
                .test(Verdict.PASSED)
                .ended(1);

        assertThat(merge("merged", null, "one", "two")).isEqualTo(ExitCode.USAGE);
        assertThat(printed())
                .startsWith("Several runs have planned the same test, so that they are no parts of one: t1 is of r1 and"
                        + " of r2. Leave out the logs that are not meant.\n");
    }

    @Test
    void aFolderWithOtherLogsIsRefused() throws Exception {
        shard(1, "one", "r1").test(Verdict.PASSED).ended(1);
        Path other =
                SampleLog.of(base.resolve("merged"), "r9").test(Verdict.PASSED).ended(1);

        assertThat(merge("merged", null, "one")).isEqualTo(ExitCode.USAGE);
        assertThat(printed())
                .startsWith(base.resolve("merged") + " holds a log that is none of this run, " + other.getFileName()
                        + ". Choose another folder for the merged run, or remove what is in this one.\n");
    }

    @Test
    void aFileIsNoFolderForIt() throws Exception {
        shard(1, "one", "r1").test(Verdict.PASSED).ended(1);
        Path file = Files.writeString(base.resolve("merged"), "mine");

        assertThat(merge("merged", null, "one")).isEqualTo(ExitCode.USAGE);
        assertThat(printed())
                .startsWith(file + " is a file. Name a folder for the merged run, which need not be there yet.\n");
        assertThat(file).hasContent("mine");
    }

    @Test
    void whereThereIsNoLogItEndsWith2() throws Exception {
        Files.createDirectories(base.resolve("one"));
        assertThat(merge("merged", null, "one")).isEqualTo(ExitCode.NO_TESTS);
        assertThat(printed())
                .startsWith("No golden-path test ran. There is no run log in " + base.resolve("one")
                        + ". Run the tests first, or name the folder or the logs.\n");
        assertThat(merge("merged", null, "elsewhere")).isEqualTo(ExitCode.NO_TESTS);
    }

    @Test
    void aDamagedLogIsTold() throws Exception {
        Path log = shard(1, "one", "r1").test(Verdict.PASSED).ended(1);
        Files.writeString(log, "not JSON\n");
        assertThat(merge("merged", null, "one")).isEqualTo(ExitCode.BROKEN);
        assertThat(printed()).startsWith("The logs could not be merged: " + log + ":1 is no run log line");
    }

    private SampleLog shard(int index, String folder, String run) throws Exception {
        return SampleLog.of(base.resolve(folder), run, new RunStart.Part(index, 2, "names"));
    }

    private ExitCode merge(String output, @Nullable String run, String... places) {
        return new Merging(
                        List.of(places).stream().map(base::resolve).toList(),
                        base.resolve(output),
                        run,
                        false,
                        new Redaction(),
                        screen())
                .run();
    }

    private ExitCode gate(String folder) {
        return gate(folder, Map.of());
    }

    private ExitCode gate(String folder, Map<String, String> variables) {
        RunOptions options = new RunOptions();
        options.places = List.of(Path.of(folder));
        return new Judgement(RunRequest.of(options, base, variables), true, new Redaction(), screen()).run();
    }

    private Screen screen() {
        printed = new ByteArrayOutputStream();
        return new Screen(new PrintStream(printed, true, StandardCharsets.UTF_8), false, false, new Redaction());
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
