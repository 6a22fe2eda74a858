package dev.goldenpath.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.benchmarks.frame.Options;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {

    @TempDir
    Path folder;

    @Test
    void helpIsNoMistake() throws Exception {
        Program run = Program.run(folder, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(String.join("\n", run.out()) + "\n").isEqualTo(Options.USAGE);
    }

    @Test
    void aNameIsNeeded() throws Exception {
        isRefused("A command and a name are needed.", "ratio");
    }

    @Test
    void theNameMustBeKnown() throws Exception {
        isRefused(
                "There is no 'ratio htp'. There is: ratio http, ratio websocket, ratio websocket-connect, ratio scan, "
                        + "ratio witness, ratio witness-start, ratio probes, ratio reports, ratio users, "
                        + "accuracy http, accuracy users.",
                "ratio",
                "htp");
    }

    @Test
    void theOptionMustBeKnown() throws Exception {
        isRefused("'--block' is no option of 'ratio'.", "ratio", "http", "--block", "20");
    }

    @Test
    void fewerThanTwentyBlocksShowNothing() throws Exception {
        isRefused("--blocks must be a number from 20 to 1000000, not '19'.", "ratio", "http", "--blocks", "19");
    }

    @Test
    void anOptionNeedsItsNumber() throws Exception {
        isRefused("--calls must be a number from 1 to 1000000, not ''.", "ratio", "http", "--calls");
    }

    private void isRefused(String message, String... arguments) throws Exception {
        Program run = Program.run(folder, arguments);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo(message + "\n" + Options.USAGE);
    }
}
