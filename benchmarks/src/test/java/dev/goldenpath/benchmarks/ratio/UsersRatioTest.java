package dev.goldenpath.benchmarks.ratio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.benchmarks.frame.Options;
import dev.goldenpath.benchmarks.frame.ServerProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That it measures, and how it tells; what it measures is asserted nowhere, as that depends on the machine. */
class UsersRatioTest {
    private static final String SAMPLES = "-?\\d+(\\.\\d+)? n=4 p25=-?\\d+(\\.\\d+)? p75=-?\\d+(\\.\\d+)?";

    @TempDir
    Path folder;

    @Test
    void everyFigureIsALineBesideItsBaseline() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        // Enough steps that the CPU of a block is not nothing, where the system counts it in steps.
        boolean kept =
                new UsersRatio(3).run(new Options("ratio", "users", 4, 50), new PrintStream(printed, true, UTF_8));

        assertThat(kept).isTrue();
        assertThat(printed.toString(UTF_8).lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches("RATIO users\\.wall " + SAMPLES),
                        line -> assertThat(line).matches("RATIO users\\.cpu " + SAMPLES),
                        line -> assertThat(line).matches("BASE users\\.wall-us " + SAMPLES),
                        line -> assertThat(line).matches("BASE users\\.cpu-us " + SAMPLES),
                        line -> assertThat(line)
                                .isEqualTo("USERS 3 " + UsersRatio.kind() + " threads, 300 steps in a block"),
                        line -> assertThat(line).matches("JDK \\S+ .+"),
                        line -> assertThat(line).matches("CORES \\d+"),
                        line -> assertThat(line).matches("SECONDS \\d+"));
    }

    @Test
    void aBlockThatLacksCallsBreaksTheRun() throws IOException {
        try (ServerProcess http = new ServerProcess(JsonServer.class);
                ServerProcess socket = new ServerProcess(EchoServer.class);
                RecordedUsers users = new RecordedUsers(new UsersWork(2, 1, url(http), url(socket)), folder)) {
            users.prepare();
            users.call();

            assertThatThrownBy(() -> users.verify(2))
                    .isInstanceOf(IOException.class)
                    .hasMessage("There are 6 calls and messages in the evidence in the place of 12.");
        }
    }

    private static URI url(ServerProcess server) {
        return URI.create("http://127.0.0.1:" + server.ports().get(0));
    }
}
