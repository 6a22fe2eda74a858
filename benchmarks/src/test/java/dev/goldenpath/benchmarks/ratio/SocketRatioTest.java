package dev.goldenpath.benchmarks.ratio;

import static dev.goldenpath.benchmarks.ratio.HttpRatioTest.SAMPLES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.benchmarks.Program;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That they measure, and how they tell; what they measure is asserted nowhere, as that depends on the machine. */
class SocketRatioTest {

    @TempDir
    Path folder;

    @Test
    void everyFigureOfARoundTripIsALineBesideItsBaseline() throws Exception {
        // Enough of them that the CPU of a block is not nothing, where the system counts it in steps.
        Program run = Program.run(folder, "ratio", "websocket", "--blocks", "20", "--calls", "200");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .satisfiesExactly(
                        line -> assertThat(line).matches("RATIO websocket\\.wall " + SAMPLES),
                        line -> assertThat(line).matches("RATIO websocket\\.cpu " + SAMPLES),
                        line -> assertThat(line).matches("RATIO websocket\\.alloc-bytes " + SAMPLES),
                        line -> assertThat(line).matches("BASE websocket\\.wall-us " + SAMPLES),
                        line -> assertThat(line).matches("BASE websocket\\.cpu-us " + SAMPLES),
                        line -> assertThat(line).matches("BASE websocket\\.alloc-bytes " + SAMPLES),
                        line -> assertThat(line).matches("JDK \\S+ .+"),
                        line -> assertThat(line).matches("CORES \\d+"),
                        line -> assertThat(line).matches("SECONDS \\d+"));
        assertThat(folder).isDirectoryNotContaining("glob:**goldenpath*");
    }

    @Test
    void connectsAreTimedAndThoseThatHangAreCounted() throws Exception {
        Program run = Program.run(folder, "ratio", "websocket-connect", "--calls", "20");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("RATIO websocket-connect.hung 0 n=20"),
                        line -> assertThat(line).matches("RATIO websocket-connect\\.ms " + SAMPLES),
                        line -> assertThat(line).matches("BASE websocket-connect\\.hung \\d+ n=20"),
                        line -> assertThat(line).matches("BASE websocket-connect\\.ms " + SAMPLES),
                        line -> assertThat(line).matches("JDK \\S+ .+"),
                        line -> assertThat(line).matches("CORES \\d+"),
                        line -> assertThat(line).matches("SECONDS \\d+"));
        assertThat(folder).isDirectoryNotContaining("glob:**goldenpath*");
    }
}
