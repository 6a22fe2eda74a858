package dev.goldenpath.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.LaunchSpec;
import dev.goldenpath.environment.Origin;
import dev.goldenpath.evidence.Redaction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchedProcessTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("local-loud-" + ProcessHandle.current().pid() + ".log");
    }

    @Test
    void aProcessGoesOnWhereItsOutputCanNotBeWritten() throws Exception {
        Files.createSymbolicLink(file, Path.of("/dev/full"));
        Path done = folder.resolve("done");
        assertThat(wordsAtTheEndOf("seq 1 30000 && touch " + done + "; exit 3"))
                .startsWith("process 'loud' (goldenpath.yaml:5) ended with exit code 3. Its last lines, from " + file
                        + ":\n29981\n")
                .endsWith("\n30000\n(this file is not whole: java.io.IOException: No space left on device)");
        assertThat(done).exists();
    }

    @Test
    void aFileThatCanNotBeMadeIsTold() throws Exception {
        Files.createDirectories(file);
        assertThat(wordsAtTheEndOf("echo hello"))
                .endsWith(":\nhello\n(this file is not whole: java.nio.file.FileSystemException: " + file
                        + ": Is a directory)");
    }

    @Test
    void aLineWithoutEndIsWrittenInPiecesAndToldInShort() throws Exception {
        assertThat(wordsAtTheEndOf("head -c 1000000 /dev/zero | tr '\\0' x; printf '\\r\\n\\nlast'"))
                .endsWith("\n" + "x".repeat(2_000) + "…\n\nlast");
        assertThat(Files.readAllLines(file))
                .extracting(String::length)
                .containsExactly(262_144, 262_144, 262_144, 213_568, 0, 4);
    }

    @Test
    void aVariableThatWasKeptFromTheSupervisorReachesTheProcess() throws Exception {
        assertThat(wordsAtTheEndOf("echo $JAVA_TOOL_OPTIONS")).endsWith(":\n-Dgiven=yes");
    }

    private String wordsAtTheEndOf(String script) throws Exception {
        LaunchedProcess process = LaunchedProcess.start(
                new LaunchSpec("loud", List.of("sh", "-c", script), Duration.ZERO, new Origin("goldenpath.yaml:5")),
                new LaunchPlace(folder, "local", "0"),
                Map.of("JAVA_TOOL_OPTIONS", "-Dgiven=yes"),
                new Redaction());
        return process.ended().get(60, TimeUnit.SECONDS);
    }
}
