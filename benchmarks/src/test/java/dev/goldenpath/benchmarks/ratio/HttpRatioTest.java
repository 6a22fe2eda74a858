package dev.goldenpath.benchmarks.ratio;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.benchmarks.Program;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That it measures, and how it tells; what it measures is asserted nowhere, as that depends on the machine. */
class HttpRatioTest {
    static final String SAMPLES = "-?\\d+(\\.\\d+)? n=20 p25=-?\\d+(\\.\\d+)? p75=-?\\d+(\\.\\d+)?";

    private static final int LIMIT_SECONDS = 30;

    @TempDir
    Path folder;

    @Test
    void everyFigureIsALineBesideItsBaseline() throws Exception {
        Program run = Program.run(folder, "ratio", "http", "--blocks", "20", "--calls", "2");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .satisfiesExactly(
                        line -> assertThat(line).matches("RATIO http\\.cpu-us " + SAMPLES),
                        line -> assertThat(line).matches("RATIO http\\.alloc-bytes " + SAMPLES),
                        line -> assertThat(line).matches("RATIO http\\.wall " + SAMPLES),
                        line -> assertThat(line).matches("BASE http\\.cpu-us " + SAMPLES),
                        line -> assertThat(line).matches("BASE http\\.alloc-bytes " + SAMPLES),
                        line -> assertThat(line).matches("BASE http\\.wall-us " + SAMPLES),
                        line -> assertThat(line).matches("JDK \\S+ .+"),
                        line -> assertThat(line).matches("CORES \\d+"),
                        line -> assertThat(line).matches("SECONDS \\d+"));
        assertThat(folder).isDirectoryNotContaining("glob:**goldenpath*");
    }

    @Test
    void nothingIsLeftBehindByAnInterruptedRun() throws Exception {
        Process program = Program.builder(folder, "ratio", "http", "--calls", "1000000")
                .redirectErrorStream(true)
                .start();
        try {
            ProcessHandle server = serverOf(program);

            program.destroy();

            server.onExit().get(LIMIT_SECONDS, SECONDS);
            assertThat(program.waitFor(LIMIT_SECONDS, SECONDS)).isTrue();
            assertThat(folder).isDirectoryNotContaining("glob:**goldenpath*");
        } finally {
            program.destroyForcibly();
        }
    }

    private static ProcessHandle serverOf(Process program) {
        long limit = System.nanoTime() + SECONDS.toNanos(LIMIT_SECONDS);
        while (System.nanoTime() < limit) {
            Optional<ProcessHandle> server = program.children().findFirst();
            if (server.isPresent()) {
                return server.get();
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("No server was started.");
    }
}
