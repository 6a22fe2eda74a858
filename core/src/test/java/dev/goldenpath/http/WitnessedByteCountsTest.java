package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On four threads at once, the JVM's sockets count exactly the bytes that the client counts, a thousand times out of a thousand. */
class WitnessedByteCountsTest {
    private static final long LIMIT_SECONDS = 120;

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-XX:StartFlightRecording=settings=default", "-XX:StartFlightRecording=settings=profile"})
    void theByteCountsOfAllOfAThousandCallsAreEqual(String recordedByTheUser) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:disable",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WitnessedCalls.class.getName(),
                SERVER.url().toString(),
                folder.resolve("told").toString()));
        if (!recordedByTheUser.isEmpty()) {
            command.add(1, recordedByTheUser);
        }
        Process calls = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(folder.resolve("printed").toFile())
                .start();
        try {
            assertThat(calls.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            calls.destroyForcibly();
        }

        assertThat(folder.resolve("told"))
                .hasContent(String.join(
                        "\n",
                        "PROVEN 250 250 250 1",
                        "PROVEN 250 250 250 1",
                        "PROVEN 250 250 250 1",
                        "PROVEN 250 250 250 1"));
    }
}
