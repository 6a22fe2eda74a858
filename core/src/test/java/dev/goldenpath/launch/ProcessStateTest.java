package dev.goldenpath.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessStateTest {

    @Test
    void aProcessThatItsParentTakesNoNoteOfRunsNoMore() throws IOException {
        // The shell becomes a program that never asks what has become of the shell's child.
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0 & exec sleep 300").start();
        try {
            Waiting.until(() -> parent.children().anyMatch(child -> stat(child).contains(" Z ")));
            ProcessHandle zombie = parent.children().findFirst().orElseThrow();
            assertThat(zombie.isAlive()).isTrue();
            assertThat(ProcessState.isRunning(zombie)).isFalse();
            assertThat(ProcessMark.of(zombie).find()).isEmpty();
            assertThat(ProcessState.isRunning(parent.toHandle())).isTrue();
            // Nothing to wait for, however patient.
            Ending.end(List.of(zombie), Duration.ofDays(1));
            assertThat(stat(zombie)).contains(" Z ");
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void aProcessThatIsGoneDoesNotRun() throws Exception {
        Process gone = new ProcessBuilder("sleep", "0").start();
        gone.waitFor();
        assertThat(ProcessState.isRunning(gone.toHandle())).isFalse();
    }

    @Test
    void readsTheStateBehindTheNameWhateverThatHolds() {
        String end = " 1 7 7 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 1700804 0";
        assertThat(ProcessState.isRunning("7 (a) Z 1 (b) S" + end)).isTrue();
        assertThat(ProcessState.isRunning("7 (a) S 1 (b) Z" + end)).isFalse();
        assertThat(ProcessState.isRunning("7 (a) X" + end)).isFalse();
        assertThat(ProcessState.isRunning("7 (a) T" + end)).isTrue();
        assertThat(ProcessState.isRunning("")).isTrue();
    }

    @Test
    void aProcessWhoseFirstThreadEndedBeforeTheOthersRuns() {
        assertThat(ProcessState.isRunning("7 (a) Z 1 7 7 0 -1 0 0 0 0 0 0 0 0 0 20 0 2 0 1700804 0"))
                .isTrue();
    }

    private static String stat(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
