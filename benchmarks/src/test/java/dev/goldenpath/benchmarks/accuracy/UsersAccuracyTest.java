package dev.goldenpath.benchmarks.accuracy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.benchmarks.Program;
import dev.goldenpath.benchmarks.frame.Options;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That it measures, how it tells, and that it finds what is wrong; how exact it is depends on the machine. */
class UsersAccuracyTest {
    private static final String NUMBER = " +\\d+\\.\\d\\d";
    private static final String MEASURED = NUMBER + NUMBER + NUMBER + " to \\d+\\.\\d\\d +20 +20  (OK|MISSED)";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, UTF_8);

    @TempDir
    Path folder;

    @Test
    void everyPercentileIsALineBesideThatOfTheServer() throws Exception {
        Program run = Program.run(folder, "accuracy", "users", "--iterations", "1");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches("STEP +PERCENTILE +SERVER +OURS +ALLOWED +SERVER-N +OURS-N  RESULT"),
                        line -> assertThat(line).matches("work +p50" + MEASURED),
                        line -> assertThat(line).matches("work +p95" + MEASURED),
                        line -> assertThat(line).matches("work +p99" + MEASURED),
                        line -> assertThat(line).matches("USERS 20, at most \\d+ in flight at once"),
                        line -> assertThat(line).matches("JDK \\S+ .+"),
                        line -> assertThat(line).matches("CORES \\d+"),
                        line -> assertThat(line).matches("SECONDS \\d+"));
        assertThat(run.exitCode()).isEqualTo(run.out().stream().anyMatch(line -> line.endsWith(" MISSED")) ? 1 : 0);
        assertThat(folder).isDirectoryNotContaining("glob:**goldenpath*");
    }

    @Test
    void timeThatTheServerKnowsNothingOfIsFound() throws Exception {
        UsersAccuracy late = new UsersAccuracy(() -> Delay.until(System.nanoTime(), 60));

        boolean kept = late.run(Options.parse(List.of("accuracy", "users", "--iterations", "1")), out);

        assertThat(kept).isFalse();
        assertThat(lines().subList(1, 4)).allMatch(line -> line.endsWith("  MISSED"));
    }

    @Test
    void eachPercentileHasItsLimit() {
        ServerTimes server = hundred();

        assertThat(PercentileTable.print(out, "work", server, 100, percent -> percent + (percent == 99 ? 20.0 : 4.5)))
                .isTrue();
        assertThat(PercentileTable.print(out, "work", server, 100, percent -> percent + (percent == 99 ? 20.1 : 0)))
                .isFalse();
        assertThat(PercentileTable.print(out, "work", server, 100, percent -> percent - (percent == 50 ? 4.6 : 0)))
                .isFalse();
        assertThat(PercentileTable.print(out, "work", server, 100, percent -> percent + (percent == 95 ? 6.8 : 0)))
                .isFalse();
        assertThat(lines().subList(12, 16).toString().replaceAll(" +", " "))
                .isEqualTo("[STEP PERCENTILE SERVER OURS ALLOWED SERVER-N OURS-N RESULT, "
                        + "work p50 50.00 50.00 45.50 to 54.50 100 100 OK, "
                        + "work p95 95.00 101.80 88.25 to 101.75 100 100 MISSED, "
                        + "work p99 99.00 99.00 79.00 to 119.00 100 100 OK]");
    }

    @Test
    void percentilesOfFewerSamplesAreNotTheSame() {
        assertThat(PercentileTable.print(out, "work", hundred(), 99, percent -> percent))
                .isFalse();
    }

    @Test
    void aPercentileOfTheServerIsATimeItReallyTook() {
        ServerTimes three = ServerTimes.of(LongStream.of(30_000_000, 10_000_000, 20_000_000));

        assertThat(List.of(three.percentile(1), three.percentile(50), three.percentile(67), three.percentile(100)))
                .containsExactly(10.0, 20.0, 30.0, 30.0);
        assertThat(three.count()).isEqualTo(3);
    }

    /** Of 1 ms, 2 ms … 100 ms. */
    private static ServerTimes hundred() {
        return ServerTimes.of(LongStream.rangeClosed(1, 100).map(millis -> millis * 1_000_000));
    }

    private List<String> lines() {
        return printed.toString(UTF_8).lines().toList();
    }
}
