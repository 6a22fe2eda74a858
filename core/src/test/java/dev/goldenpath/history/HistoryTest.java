package dev.goldenpath.history;

import static dev.goldenpath.verdict.Verdict.BLOCKED;
import static dev.goldenpath.verdict.Verdict.FAILED;
import static dev.goldenpath.verdict.Verdict.PASSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void inAFileThatIsNotThere() {
        file = folder.resolve("ci/history.jsonl");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        History written = History.EMPTY
                .with(Past.run(1, Past.test(PASSED), Past.test("fails", FAILED, 7)))
                .with(new HistoryRun("b", Instant.EPOCH, null, null, true, Map.of(), List.of()));
        written.write(file);

        History read = History.read(file);
        assertThat(read.runs()).isEqualTo(written.runs());
        assertThat(read.problems()).isEmpty();
        assertThat(read.runs()).extracting(HistoryRun::run).containsExactly("b", "build-1");
        assertThat(folder.resolve("ci")).isDirectoryContaining("glob:**history.jsonl");
        try (var files = Files.list(folder.resolve("ci"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void whoeverMayReadOtherFilesMayReadIt() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "");
        History.EMPTY.with(Past.run(1, Past.test(PASSED))).write(file);

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(other));
    }

    @Test
    void whatCantBeReadIsNamed() throws IOException {
        Files.createDirectories(file);

        assertThatThrownBy(() -> History.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + " can't be read: java.io.IOException: Is a directory");
    }

    @Test
    void oneThatIsNotThereIsEmpty() throws IOException {
        assertThat(History.read(file).runs()).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void aRunThatIsAddedAgainTakesItsOwnPlace() throws IOException {
        History.update(file, history -> history.with(Past.run(1, Past.test(FAILED))));
        String once = Files.readString(file);
        History.update(file, history -> history.with(Past.run(1, Past.test(FAILED))));
        assertThat(file).hasContent(once);

        History.update(file, history -> history.with(Past.run(1, Past.test(PASSED))));
        assertThat(History.read(file).runs()).containsExactly(Past.run(1, Past.test(PASSED)));
    }

    @Test
    void keepsTheNewestOfEachEnvironment() {
        History history = History.EMPTY;
        for (int i = 1; i <= 4; i++) {
            history = history.with(Past.run(i, Past.test(PASSED)))
                    .with(new HistoryRun(
                            "local-" + i, Instant.EPOCH.plusSeconds(i), "local", null, false, Map.of(), List.of()));
        }
        assertThat(history.keeping(2).runs())
                .extracting(HistoryRun::run)
                .containsExactly("local-3", "local-4", "build-3", "build-4");
        assertThat(history.keeping(9).runs()).hasSize(8);
        assertThat(history.environments()).containsExactly("local", "staging");
        assertThat(history.in("local").runs()).hasSize(4);
        assertThat(history.without("local-1").runs()).hasSize(7);
    }

    @Test
    void keepingNothingIsRefused() {
        assertThatThrownBy(() -> History.EMPTY.keeping(0))
                .hasMessage("A history of 0 runs holds nothing. Keep at least 1.");
    }

    @Test
    void aLineThatWasCutIsToldAndLeftOut() throws IOException {
        History two = History.EMPTY.with(Past.run(1, Past.test(PASSED))).with(Past.run(2, Past.test(PASSED)));
        two.write(file);
        byte[] whole = Files.readAllBytes(file);
        int first = Files.readString(file).indexOf('\n');
        for (int length = first + 2; length < whole.length - 1; length += 13) {
            Files.write(file, Arrays.copyOf(whole, length));
            History read = History.read(file);
            assertThat(read.runs()).containsExactly(two.runs().get(0));
            assertThat(read.problems()).containsExactly(file + ":2 was left out: it is no whole JSON object.");
        }

        History after = History.update(file, history -> history.with(Past.run(3, Past.test(PASSED))));
        assertThat(after.problems()).hasSize(1);
        assertThat(History.read(file).problems()).isEmpty();
        assertThat(History.read(file).runs()).hasSize(2);
    }

    @Test
    void whatEachDamagedLineLacksIsTold() throws IOException {
        String good = HistoryLine.of(Past.run(1, Past.test(PASSED)));
        write(
                good.replace("\"run\":\"build-1\",", ""),
                good.replace("PASSED", "SPLENDID"),
                good.replace("2026-11-01T11:00:00Z", "yesterday"),
                good.replace("\"class\":\"com.example.ChatIT\",", ""),
                "{\"type\":\"run-started\"}",
                good + "}",
                good);
        History read = History.read(file);

        assertThat(read.runs()).hasSize(1);
        assertThat(read.problems())
                .containsExactly(
                        file + ":1 was left out: it has no 'run'.",
                        file + ":2 was left out: 'SPLENDID' is no verdict.",
                        file + ":3 was left out: 'yesterday' is no instant.",
                        file + ":4 was left out: it has no 'class'.",
                        file + ":5 was left out: it has no format goldenpath-history/1.",
                        file + ":6 was left out: it is no whole JSON object.");
    }

    @Test
    void aSinglePieceOfALineIsAHistoryStill() throws IOException {
        String good = HistoryLine.of(Past.run(1, Past.test(PASSED)));
        write(good.substring(0, good.length() / 2));

        assertThat(History.read(file).runs()).isEmpty();
        assertThat(History.read(file).problems()).hasSize(1);
    }

    @Test
    void anotherFileIsNeverTakenForOne() throws IOException {
        write("{\"type\":\"run-started\"}", "# notes");
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> History.update(file, history -> history.with(Past.run(1))))
                .hasMessage(file
                        + " is no history: none of its lines is one of a run. Name another file, or remove this one.");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void aNewerFormatIsRefused() throws IOException {
        String good = HistoryLine.of(Past.run(1));
        write(good, good.replace("history/1", "history/2"));

        assertThatThrownBy(() -> History.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ":2 is of the format 'goldenpath-history/2', and this version reads"
                        + " 'goldenpath-history/1'. Use the version of Golden Path that wrote it, or another file.");
    }

    @Test
    void toleratesWhatGitMakesOfLineEnds() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, HistoryLine.of(Past.run(1)) + "\r\n\r\n");

        assertThat(History.read(file).runs()).hasSize(1);
        assertThat(History.read(file).problems()).isEmpty();
    }

    @Test
    void whoeverAddsAtTheSameTimeLosesNothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<History>> added = new ArrayList<>();
        for (int i = 1; i <= 24; i++) {
            HistoryRun run = Past.run(i, Past.test(PASSED));
            added.add(threads.submit(() -> History.update(file, history -> history.with(run))));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        for (Future<History> each : added) {
            each.get();
        }
        assertThat(History.read(file).runs()).hasSize(24);
    }

    @Test
    void aClassTakesWhatItTypicallyTook() {
        History history = History.EMPTY;
        int[] millis = {100, 900, 200};
        for (int i = 0; i < millis.length; i++) {
            history = history.with(Past.run(
                    i + 1,
                    Past.test("a", PASSED, millis[i]),
                    Past.test("b", FAILED, 10),
                    new KeptTest(
                            "n", "com.example.ChatIT$Nested$Deep", "n()", PASSED, false, Duration.ofMillis(1), null),
                    new KeptTest("m", "com.example.$Odd", "m()", PASSED, false, Duration.ofMillis(3), null)));
        }
        // An outage ends tests early.
        history = history.with(Past.run(9, Past.test("a", BLOCKED, 0), Past.test("b", PASSED, 1)));

        assertThat(history.classDurations())
                .isEqualTo(
                        Map.of("com.example.ChatIT", Duration.ofMillis(211), "com.example.$Odd", Duration.ofMillis(3)));
        assertThat(History.EMPTY.classDurations()).isEmpty();
        assertThat(history.tests().keySet()).containsAll(Set.of("n", "m"));
    }

    private void write(String... lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines), StandardCharsets.UTF_8);
    }
}
