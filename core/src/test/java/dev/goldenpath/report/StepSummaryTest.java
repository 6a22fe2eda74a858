package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepSummaryTest {
    private static final Path PAGE = Path.of("..", "docs", "ci.md");

    @TempDir
    private Path folder;

    @Test
    void theDocumentedSampleIsTheBlockOfThatRun() throws IOException {
        String block = written(OutageRun.ofRedis());
        assertThat(Files.readString(PAGE)).contains("````markdown\n" + block + "````\n");
    }

    @Test
    void aRunThatIsGreenIsInShort() throws IOException {
        assertThat(written(new SampleRun().test("P1", "a", Verdict.PASSED).read()))
                .isEqualTo("""
                <!-- goldenpath r1 -->
                ## Golden Path: 1 of 1 passed, gate green

                |       | planned | passed | failed | blocked | suspect | error | skipped | pass rate |
                | ----- | ------: | -----: | -----: | ------: | ------: | ----: | ------: | --------: |
                | P1    |       1 |      1 |      0 |       0 |       0 |     0 |       0 |   100.0 % |
                | total |       1 |      1 |      0 |       0 |       0 |     0 |       0 |   100.0 % |
                <!-- /goldenpath r1 -->
                """);
    }

    @Test
    void aLaterJvmOfTheRunReplacesItsBlockAndLeavesAllElse() throws IOException {
        byte[] others = {'#', ' ', (byte) 0xC3, (byte) 0x28};
        Files.write(summary(), others);
        write(new SampleRun().test("P1", "a", Verdict.PASSED).pending(1).read());
        Files.writeString(summary(), "later ü\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        write(new SampleRun()
                .test("P1", "a", Verdict.PASSED)
                .test("P1", "b", Verdict.PASSED)
                .read());

        String text = Files.readString(summary(), StandardCharsets.ISO_8859_1);
        assertThat(text)
                .startsWith("# \u00C3(\n<!-- goldenpath r1 -->\n## Golden Path: 2 of 2 passed, gate green\n")
                .endsWith("<!-- /goldenpath r1 -->\nlater \u00C3\u00BC\n")
                .doesNotContain("1 of 1", "So far");
    }

    @Test
    void whatIsMissingSoFarIsTold() throws IOException {
        assertThat(written(new SampleRun()
                        .test("P1", "a", Verdict.PASSED)
                        .pending(3)
                        .read()))
                .contains("\nSo far: 3 more planned in JVMs that have not ended.\n");
    }

    @Test
    void noTextOfOthersEndsTheBlockOrIsMarkup() throws IOException {
        LoggedRun run = new SampleRun()
                .test(
                        SampleRun.planned("P1", "a"),
                        SampleRun.attempt(
                                1, Verdict.FAILED, 1, "<!-- /goldenpath r1 -->` <script>|@all \uD83D #1", null))
                .read();
        write(run);
        write(run);
        String text = Files.readString(summary());
        assertThat(text.lines().filter(line -> line.contains("<!--"))).hasSize(2);
        assertThat(text).contains("- P1 FAILED `ChatIT.a()`: ``<! -- /goldenpath r1 -->` <script>|@all \uFFFD #1``\n");
    }

    @Test
    void ofManyTheMostImportantAreNamedAndTheOthersCounted() throws IOException {
        SampleRun run = new SampleRun().test("P3", "last", Verdict.FAILED);
        Stream.iterate(1, i -> i <= 21, i -> i + 1).forEach(i -> run.test("P1", "t" + i, Verdict.FAILED));
        assertThat(written(run.read()))
                .contains("- P1 FAILED `ChatIT.t20()`\n- … (2 more)\n")
                .doesNotContain("last()");
    }

    @Test
    void whereTheJobHasLittleRoomTheVerdictAloneIsWritten() throws IOException {
        Files.write(summary(), new byte[StepSummary.LIMIT - 400]);
        write(OutageRun.ofRedis());
        assertThat(Files.size(summary())).isLessThanOrEqualTo(StepSummary.LIMIT);
        assertThat(Files.readString(summary())).endsWith("""
                <!-- goldenpath r1 -->
                ## Golden Path: 1 of 5 passed, gate RED

                There is no room for more here: GitHub shows 1 MiB a step. The reports have all of it.
                <!-- /goldenpath r1 -->
                """);
    }

    @Test
    void whereItHasNoneNothingIsWrittenAndThatIsTold() throws IOException {
        Files.write(summary(), new byte[StepSummary.LIMIT - 10]);
        assertThatThrownBy(() -> write(OutageRun.ofRedis()))
                .isInstanceOf(IOException.class)
                .hasMessage("other steps of this job left no room: it has 1048567 bytes of at most 1048576");
        assertThat(Files.size(summary())).isEqualTo(StepSummary.LIMIT - 10);
    }

    @Test
    void runsThatWriteAtTheSameTimeAllHaveTheirBlock() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> writers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                LoggedRun run = FullRun.read();
                LoggedRun own = new LoggedRun(
                        "run-" + i % 4,
                        run.environments(),
                        run.gate(),
                        run.revenue(),
                        run.knownIssues(),
                        run.services(),
                        run.code(),
                        run.jvms(),
                        run.tests(),
                        0,
                        run.evidence());
                writers.add(() -> {
                    write(own);
                    return null;
                });
            }
            for (var writer : threads.invokeAll(writers, 60, TimeUnit.SECONDS)) {
                writer.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(Files.readString(summary()).lines().filter(line -> line.startsWith("<!-- goldenpath run-")))
                .containsExactlyInAnyOrder(
                        "<!-- goldenpath run-0 -->",
                        "<!-- goldenpath run-1 -->",
                        "<!-- goldenpath run-2 -->",
                        "<!-- goldenpath run-3 -->");
    }

    private String written(LoggedRun run) throws IOException {
        write(run);
        return Files.readString(summary());
    }

    private void write(LoggedRun run) throws IOException {
        StepSummary.write(summary(), RunAccount.of(run));
    }

    private Path summary() {
        return folder.resolve("summary.md");
    }
}
