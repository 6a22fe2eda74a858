package dev.goldenpath.benchmarks.probes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.benchmarks.Program;
import dev.goldenpath.benchmarks.frame.Samples;
import java.nio.file.Path;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That it measures, and how it tells; what it measures depends on the machine, and so does the exit code. */
class ProbesRatioTest {
    private static final String SAMPLES = "\\d+(\\.\\d+)? n=2 p25=\\d+(\\.\\d+)? p75=\\d+(\\.\\d+)?";

    @TempDir
    Path folder;

    @Test
    void theFigureIsALineBesideItsBaseline() throws Exception {
        Program run = Program.run(folder, "ratio", "probes", "--rounds", "2");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isIn(0, 1);
        assertThat(run.out())
                .satisfiesExactly(
                        line -> assertThat(line).matches("RATIO probes\\.seconds " + SAMPLES),
                        line -> assertThat(line).matches("BASE probes\\.seconds " + SAMPLES),
                        line -> assertThat(line).matches("JDK \\S+ .+"),
                        line -> assertThat(line).matches("CORES \\d+"),
                        line -> assertThat(line).matches("SECONDS \\d+"));
        assertThat(folder).isDirectoryNotContaining("glob:**goldenpath*");
    }

    @Test
    void moreThanIsDemandedIsMissed() {
        assertThat(ProbesRatio.isSoonEnough(Samples.of(DoubleStream.of(1.0, 1.2, 9.0))))
                .isTrue();
        assertThat(ProbesRatio.isSoonEnough(Samples.of(DoubleStream.of(1.0, 1.21, 1.3))))
                .isFalse();
    }

    @Test
    void theyHaveRoundsAndNoCalls() throws Exception {
        Program run = Program.run(folder, "ratio", "probes", "--calls", "20");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("'--calls' is no option of 'ratio'.\n");
    }
}
