package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Where the JVM has no flight recorder that works, calls work all the same, and the witness says why it has not seen them. */
class NoFlightRecorderTest {
    private static final long LIMIT_SECONDS = 120;

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @TempDir
    private Path folder;

    @Test
    void aJvmWithoutTheModule() throws IOException, InterruptedException {
        String modules = "java.base,java.logging,java.naming,java.management,java.net.http,java.xml,java.sql,"
                + "java.instrument,java.desktop,jdk.unsupported,jdk.httpserver,jdk.net";

        List<String> told = told("--limit-modules=" + modules);

        String reason = "The flight recorder can't be used: this JVM has no module jdk.jfr.";
        assertThat(told).containsExactly(reason, "UNAVAILABLE " + reason, "UNAVAILABLE " + reason);
    }

    @Test
    void aTemporaryFolderThatCanNotBeWrittenTo() throws IOException, InterruptedException {
        // A file in its place, since root may write to any folder.
        Path file = Files.createFile(folder.resolve("file"));

        List<String> told = told("-Djava.io.tmpdir=" + file.resolve("temporary"));

        assertThat(told).hasSize(3);
        assertThat(told.get(0)).startsWith("The flight recorder can't be used: ");
        assertThat(told.get(1)).isEqualTo("UNAVAILABLE " + told.get(0));
        assertThat(told.get(2)).isEqualTo("UNAVAILABLE " + told.get(0));
    }

    private List<String> told(String option) throws IOException, InterruptedException {
        Path told = folder.resolve("told");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-cp",
                System.getProperty("java.class.path"),
                UnwitnessedCalls.class.getName(),
                SERVER.url().toString(),
                told.toString()));
        Process calls = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(folder.resolve("printed").toFile())
                .start();
        try {
            assertThat(calls.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            calls.destroyForcibly();
        }
        return Files.readAllLines(told);
    }
}
