package dev.goldenpath.benchmarks.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.benchmarks.Program;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That it measures, and how it tells; what it measures is asserted nowhere, as that depends on the machine. */
class ScanRatioTest {
    private static final String SAMPLES = "\\d+(\\.\\d+)? n=20 p25=\\d+(\\.\\d+)? p75=\\d+(\\.\\d+)?";

    private static final String PAIRS = SAMPLES.replace("n=20", "n=3");

    @TempDir
    Path folder;

    @Test
    void everyFigureIsALine() throws Exception {
        Program run = Program.run(folder, "ratio", "scan", "--blocks", "20", "--classes", "150");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .satisfiesExactly(
                        line -> assertThat(line).matches("RATIO scan\\.seconds " + SAMPLES),
                        line -> assertThat(line).matches("RATIO scan\\.mb " + SAMPLES),
                        line -> assertThat(line).matches("RATIO scan\\.audit-over-archunit " + PAIRS),
                        line -> assertThat(line).matches("BASE scan\\.archunit-seconds " + PAIRS),
                        line -> assertThat(line).matches("JDK \\S+ .+"),
                        line -> assertThat(line).matches("CORES \\d+"),
                        line -> assertThat(line).matches("SECONDS \\d+"));
        assertThat(folder).isDirectoryNotContaining("glob:**goldenpath*");
    }

    @Test
    void aScanHasClassesAndNoCalls() throws Exception {
        Program run = Program.run(folder, "ratio", "scan", "--calls", "20");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("'--calls' is no option of 'ratio'.\n");
    }
}
