package dev.goldenpath.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code goldenpath report} makes and says. */
class ReportingTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final RunOptions options = new RunOptions();

    @TempDir
    Path base;

    @Test
    void reportsOfFailedTestsAreMadeAsWell() throws Exception {
        Path shards = base.resolve("shards");
        SampleLog.of(shards, "r1").test(Verdict.PASSED).test(Verdict.FAILED).ended(1);
        options.places = List.of(Path.of("shards"));

        assertThat(report(base.resolve("made"))).isEqualTo(ExitCode.PASS);
        assertThat(printed())
                .startsWith("Golden Path verdicts")
                .contains("\nRun log: " + shards.resolve("run-r1-*.jsonl") + "\n\nReport: ")
                .contains("\nReport: " + base.resolve("made/worklog.md") + "\n");
        assertThat(base.resolve("made/goldenpath-junit.xml")).isNotEmptyFile();
        assertThat(shards.resolve("worklog.md")).doesNotExist();
    }

    @Test
    void reportsGoToTheFolderThatIsGivenElseToTheUsualOne() throws Exception {
        Path shards = base.resolve("shards");
        Path log = SampleLog.of(shards, "r1").test(Verdict.PASSED).ended(1);
        options.places = List.of(shards);
        assertThat(request().reports()).isEqualTo(shards);
        options.places = List.of(log);
        assertThat(request().reports()).isEqualTo(base.resolve("target/goldenpath"));
        options.places = List.of();
        assertThat(request().reports()).isEqualTo(base.resolve("target/goldenpath"));
    }

    @Test
    void whereThereIsNoLogItEndsWith2AndLeavesNothing() throws Exception {
        Path output = base.resolve("target/goldenpath");
        assertThat(report(output)).isEqualTo(ExitCode.NO_TESTS);
        assertThat(printed()).endsWith("\nExit code 2: there were no tests.\n");
        assertThat(output).doesNotExist();
    }

    @Test
    void aDamagedLogKeepsItFromItsWork() throws Exception {
        Path log =
                SampleLog.of(base.resolve("shards"), "r1").test(Verdict.PASSED).ended(1);
        Files.writeString(log, "not JSON\n");
        options.places = List.of(log);

        assertThat(report(base.resolve("made"))).isEqualTo(ExitCode.BROKEN);
        assertThat(printed())
                .startsWith("The reports could not be made: " + log + ":1 is no run log line")
                .endsWith("\nExit code 70: the command itself broke.\n");
    }

    @Test
    void aVariableWithAValueThatItCanNotHaveIsToldWithItsName() {
        assertThatThrownBy(() -> RunRequest.of(options, base, Map.of("GOLDENPATH_JUNITXML", "loose")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("environment variable GOLDENPATH_JUNITXML: 'loose' is neither 'full' nor 'strict'.");
    }

    private RunRequest request() {
        return RunRequest.of(options, base, Map.of());
    }

    private ExitCode report(Path output) {
        Redaction redaction = new Redaction();
        Screen screen = new Screen(new PrintStream(printed, true, StandardCharsets.UTF_8), false, false, redaction);
        return new Reporting(request(), output, redaction, screen).run();
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
