package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.verdict.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs that are not as they were written. */
class DamagedLogTest {

    @TempDir
    private Path temporary;

    private LogFolder folder;

    @BeforeEach
    void newFolder() {
        folder = new LogFolder(temporary.resolve("logs"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 12, 60})
    void aLastLineThatWasCutIsLeftOut(int bytesLost) throws IOException {
        try (RunLog log = folder.started("r1")) {
            log.testPlanned(LogFolder.planned("t"));
            log.testFinished(LogFolder.failed("t", new AssertionError("→".repeat(100))));
        }
        byte[] whole = Files.readAllBytes(folder.onlyFile());
        Files.write(folder.onlyFile(), Arrays.copyOf(whole, whole.length - bytesLost));
        assertThat(onlyTest("r1").verdict()).isEqualTo(Verdict.MISSING);
    }

    @Test
    void aLastLineThatWasCutInsideACharacterIsLeftOut() throws IOException {
        try (RunLog log = folder.started("r1")) {
            log.testPlanned(LogFolder.planned("t"));
        }
        byte[] arrow = "{\"type\":\"→".getBytes(StandardCharsets.UTF_8);
        Files.write(folder.onlyFile(), Arrays.copyOf(arrow, arrow.length - 1), StandardOpenOption.APPEND);
        assertThat(folder.read("r1").tests()).hasSize(1);
    }

    @Test
    void aLogWithoutAWholeLineSaysNothing() throws IOException {
        folder.open("r1").close();
        assertThat(folder.read("r1").tests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "[]", "", "{\"type\":\"x\"} {}", "{\"type\":"})
    void aLineInTheMiddleThatIsNoObjectIsRefused(String garbage) throws IOException {
        try (RunLog log = folder.started("r1")) {
            log.testPlanned(LogFolder.planned("t"));
        }
        Files.writeString(folder.onlyFile(), garbage + "\n{}\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> folder.read("r1"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(folder.onlyFile() + ":3 is no run log line: ");
    }

    /** It is read in blocks of a megabyte, at the same time. */
    @Test
    void aLineThatIsLostAnywhereInALongLogIsMissed() throws IOException {
        try (RunLog log = folder.started("r1")) {
            for (int i = 0; i < 300; i++) {
                log.testPlanned(LogFolder.planned("test" + i + "x".repeat(10_000)));
            }
        }
        assertThat(folder.read("r1").tests()).hasSize(300);
        List<String> lines = Files.readAllLines(folder.onlyFile());
        for (int each = 1; each < lines.size() - 1; each += 13) {
            int lost = each;
            List<String> left = new ArrayList<>(lines);
            left.remove(lost);
            Files.write(folder.onlyFile(), left);
            assertThatThrownBy(() -> folder.read("r1"))
                    .hasMessage(folder.onlyFile() + ":" + (lost + 1)
                            + " does not follow the line before it: the log was changed after it was written.");
        }
    }

    @Test
    void aLogThatWasChangedIsRefused() throws IOException {
        try (RunLog log = folder.started("r1")) {
            log.testPlanned(LogFolder.planned("t"));
            log.testFinished(LogFolder.failed("t", new AssertionError("no")));
            log.runFinished(Map.of(Verdict.FAILED, 1), List.of());
        }
        String text = Files.readString(folder.onlyFile());
        Files.writeString(folder.onlyFile(), text.replace("\"verdict\":\"FAILED\"", "\"verdict\":\"PASSED\""));
        assertThatThrownBy(() -> folder.read("r1"))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.onlyFile()
                        + ":4 does not follow the line before it: the log was changed after it was written.");
    }

    @Test
    void aLogOfAnotherFormatIsRefused() throws IOException {
        folder.started("r1").close();
        Path log = folder.onlyFile();
        Files.writeString(log, Files.readString(log).replace("goldenpath-run/1", "goldenpath-run/2"));
        assertThatThrownBy(() -> folder.read("r1"))
                .hasMessage(log + " holds a line this version can't read: its format is 'goldenpath-run/2', and not "
                        + "goldenpath-run/1");
    }

    @Test
    void evidenceIsPartOfTheChainThoughNoReportReadsIt() throws IOException {
        try (RunLog log = folder.started("r1")) {
            folder.ledger(log)
                    .ofRun(Phase.PROBE)
                    .record(
                            new Probe(
                                    1,
                                    "b",
                                    RunPart.BEFORE,
                                    ServiceState.HEALTHY,
                                    null,
                                    List.of(),
                                    List.of(),
                                    1,
                                    Duration.ZERO),
                            0);
            log.testPlanned(LogFolder.planned("t"));
        }
        assertThat(folder.read("r1").tests()).hasSize(1);
        Path log = folder.onlyFile();
        Files.writeString(log, Files.readString(log).replace("HEALTHY", "FAILED"));
        assertThatThrownBy(() -> folder.read("r1")).hasMessageStartingWith(log + ":3 does not follow");
    }

    @Test
    void anEmptyLogIsThatOfAJvmThatCouldNotWriteOne() throws IOException {
        RunLog.leaveEmpty(folder.path(), "r1");
        assertThat(folder.read("r1").jvms())
                .extracting(LoggedJvm::log, LoggedJvm::end)
                .containsExactly(tuple(folder.onlyFile(), LoggedJvm.End.RUNNING));
    }

    private LoggedTest onlyTest(String run) throws IOException {
        assertThat(folder.read(run).tests()).hasSize(1);
        return folder.read(run).tests().get(0);
    }
}
