package dev.goldenpath.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private static final long NOBODY = Integer.MAX_VALUE;

    @TempDir
    private Path folder;

    private Process living;
    private long livingSince;

    @BeforeEach
    void startAProcess() throws IOException {
        living = new ProcessBuilder("sleep", "60").start();
        livingSince = living.info().startInstant().map(Instant::toEpochMilli).orElseThrow();
    }

    @AfterEach
    void endIt() throws InterruptedException {
        living.destroyForcibly();
        assertThat(living.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void listsRunsByTheStartOfTheirFirstJvm() throws IOException {
        log("b", NOBODY, 1_700_000_000_000L);
        log("a-1", NOBODY, 1_700_000_000_001L);
        log("b", NOBODY, 1_700_000_000_002L);
        Files.createFile(folder.resolve("run-notes.txt"));
        assertThat(RunFolder.runs(folder)).containsExactly("b", "a-1");
        assertThat(RunFolder.runs(folder.resolve("nowhere"))).isEmpty();
    }

    @Test
    void aRunWhoseJvmsAreGoneIsRemovedWithWhatItLaunchedAndAttached() throws IOException {
        log("old", NOBODY, 1_700_000_000_000L);
        log("old", NOBODY, 1_700_000_000_001L);
        log("mine", NOBODY, 1_700_000_000_002L);
        Path output =
                Files.createDirectories(RunFolder.launchesOf(folder, "old")).resolve("local-stack-1.log");
        Files.writeString(output, "started");
        Files.createDirectories(RunFolder.launchesOf(folder, "mine"));
        Files.createFile(
                Files.createDirectories(RunFolder.attachmentsOf(folder, "old")).resolve("page-1-1.png"));
        Files.createDirectories(RunFolder.attachmentsOf(folder, "mine"));
        Files.createFile(folder.resolve("notes.txt"));

        RunFolder.removeOlderThan(folder, "mine");

        assertThat(files())
                .containsExactly("attachments", "launch", "notes.txt", "run-mine-" + NOBODY + "-1700000000002.jsonl");
        assertThat(folder.resolve("launch")).isDirectoryNotContaining("glob:**/old");
        assertThat(RunFolder.launchesOf(folder, "mine")).exists();
        assertThat(RunFolder.attachmentsOf(folder, "old")).doesNotExist();
        assertThat(RunFolder.attachmentsOf(folder, "mine")).exists();
    }

    @Test
    void aRunOfWhichAJvmLivesStaysWhole() throws IOException {
        log("other", NOBODY, 1_700_000_000_000L);
        log("other", living.pid(), livingSince + 300);
        RunFolder.removeOlderThan(folder, "mine");
        assertThat(files()).hasSize(2);
    }

    @Test
    void aRunStaysWhileItsMavenLivesBetweenTwoForks() throws IOException {
        log(living.pid() + "-" + livingSince, NOBODY, 1_700_000_000_000L);
        RunFolder.removeOlderThan(folder, "mine");
        assertThat(files()).hasSize(1);
    }

    @Test
    void anotherProcessWithTheSameNumberIsNotTheSame() throws IOException {
        log("other", living.pid(), livingSince - 3_600_000);
        log(living.pid() + "-" + (livingSince - 3_600_000), NOBODY, 1_700_000_000_000L);
        RunFolder.removeOlderThan(folder, "mine");
        assertThat(files()).isEmpty();
    }

    @Test
    void thisJvmsOwnLogIsKnownToLive() throws IOException {
        try (RunLog log = new LogFolder(folder).open("other")) {
            RunFolder.removeOlderThan(folder, "mine");
            assertThat(files()).hasSize(1);
            assertThat(LogName.of(folder.resolve(files().get(0))))
                    .contains(new LogName(
                            "other",
                            ProcessHandle.current().pid(),
                            ManagementFactory.getRuntimeMXBean().getStartTime()));
            assertThat(log.failure()).isEmpty();
        }
    }

    @Test
    void aRunThatNamesNoMavenMayGoOnForAnHour() throws IOException {
        log("shards", NOBODY, 1_700_000_000_000L);
        Path log = folder.resolve(files().get(0));
        Files.setLastModifiedTime(log, FileTime.from(Instant.now().minusSeconds(3_500)));
        RunFolder.removeOlderThan(folder, "mine");
        assertThat(log).exists();
        Files.setLastModifiedTime(log, FileTime.from(Instant.now().minusSeconds(3_700)));
        RunFolder.removeOlderThan(folder, "mine");
        assertThat(log).doesNotExist();
    }

    @Test
    void whatCanNotBeRemovedIsLeftToTheNextRun() throws IOException {
        log("old", NOBODY, 1_700_000_000_000L);
        Path launches = Files.createDirectories(RunFolder.launchesOf(folder, "old"));
        Files.createDirectories(launches.resolve("local-1.state"));
        log("older", NOBODY, 1_600_000_000_000L);
        RunFolder.removeOlderThan(folder, "mine");
        assertThat(files()).contains("run-old-" + NOBODY + "-1700000000000.jsonl");
        assertThat(files()).doesNotContain("run-older-" + NOBODY + "-1600000000000.jsonl");
    }

    @Test
    void aRunIsKnownByWhatItsFirstJvmCalledIt() throws IOException {
        log("4711-1700000000000", NOBODY, 1_700_000_000_000L);
        assertThat(RunFolder.knownAs(folder, "4711-1700000059000")).isEqualTo("4711-1700000000000");
        assertThat(RunFolder.knownAs(folder, "4711-1700000061000")).isEqualTo("4711-1700000061000");
        assertThat(RunFolder.knownAs(folder, "4712-1700000000000")).isEqualTo("4712-1700000000000");
        assertThat(RunFolder.knownAs(folder, "a-name")).isEqualTo("a-name");
    }

    /** A log that nobody has touched for a day. */
    private void log(String run, long pid, long startMillis) throws IOException {
        Path log = Files.createFile(folder.resolve("run-" + run + "-" + pid + "-" + startMillis + ".jsonl"));
        Files.setLastModifiedTime(log, FileTime.from(Instant.now().minusSeconds(86_400)));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
