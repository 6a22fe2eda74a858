package dev.goldenpath.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.benchmarks.Program;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That it measures, and how it tells; how exact it is depends on the machine. */
class HttpAccuracyTest {
    private static final String NUMBER = "-?\\d+\\.\\d\\d";

    @TempDir
    Path folder;

    @Test
    void everyPhaseIsALineBesideItsTruth() throws Exception {
        Program run = Program.run(folder, "accuracy", "http", "--calls", "1");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).first().asString().startsWith("SERVER       PHASE  ");
        assertThat(rows(run, "plain")).containsExactly("wait", "receive", "unattributed");
        assertThat(rows(run, "late-tls")).containsExactly("tls", "wait", "receive", "unattributed");
        assertThat(rows(run, "late-accept")).containsExactly("connect", "wait", "receive", "unattributed");
        assertThat(rows(run, "dropped-syn")).containsExactly("connect", "wait", "receive", "unattributed");
        assertThat(rows(run, "slow-name")).first().isEqualTo("dns");
        assertThat(run.exitCode()).isEqualTo(run.out().stream().anyMatch(line -> line.contains(" MISSED")) ? 1 : 0);
        assertThat(folder).isDirectoryNotContaining("glob:**goldenpath*");
    }

    @Test
    void aPhaseThatIsAbsentFromOneCallHasNoMedian() {
        PhaseTimes times = new PhaseTimes();
        times.add(Map.of("wait", 3.0, "connect", 1.0));
        times.add(Map.of("wait", 5.0));

        assertThat(times.median("wait")).isEqualTo(Optional.of(4.0));
        assertThat(times.median("connect")).isEmpty();
        assertThat(times.median("tls")).isEmpty();
    }

    @Test
    void aTruthAllowsNoMoreThanItSays() {
        assertThat(Stream.of(45.4, 45.5, 54.5, 54.6).map(Truth.near("wait", 50)::allows))
                .containsExactly(false, true, true, false);
        assertThat(Stream.of(39.9, 40.0, 75.0, 75.1).map(Truth.atLeast("tls", 40, 35)::allows))
                .containsExactly(false, true, true, false);
        assertThat(Stream.of(-0.1, 0.0, 6.0, 6.1).map(Truth.almostNothing("unattributed", 200)::allows))
                .containsExactly(false, true, true, false);
    }

    /** The phases in the table of one server; the form of each line is checked. */
    private static List<String> rows(Program run, String server) {
        List<String> rows =
                run.out().stream().filter(line -> line.startsWith(server + " ")).toList();
        String measured = " +" + NUMBER + " +(" + NUMBER + "|absent) +(" + NUMBER + "|-) +" + NUMBER + " to " + NUMBER
                + " +1 +(OK|MISSED(, BY CURL AS WELL)?)";
        String notMeasured = "( +-){4} +0 +NOT MEASURED: this takes a JDK from version 18 on";
        assertThat(rows).allMatch(row -> row.matches(server + " +[a-z]+(" + measured + "|" + notMeasured + ")"));
        return rows.stream().map(row -> row.split(" +", -1)[1]).toList();
    }
}
