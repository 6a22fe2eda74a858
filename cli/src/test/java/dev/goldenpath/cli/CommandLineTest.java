package dev.goldenpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.cli.Invocation.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes before any command: usage errors have a code that no verdict has. */
class CommandLineTest {
    @TempDir
    Path folder;

    @Test
    void endsWith64WithoutACommand() throws Exception {
        Ended ended = Invocation.of(folder).run();

        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("Missing required subcommand\nUsage: goldenpath [-hV] [COMMAND]\n");
        assertThat(ended.exitCode()).isEqualTo(64);
    }

    @Test
    void endsWith64ForAnUnknownOption() throws Exception {
        Ended ended = Invocation.of(folder, "doctor", "--lunch").run();

        assertThat(ended.err()).startsWith("Unknown option: '--lunch'\nUsage: goldenpath doctor ");
        assertThat(ended.exitCode()).isEqualTo(64);
    }

    @Test
    void tellsAllExitCodes() throws Exception {
        Ended ended = Invocation.of(folder, "--help").run();

        assertThat(ended.out().replaceAll("\\s+", " "))
                .contains(
                        "Exit codes: 0 all is well, 1 tests did not pass, 2 no tests, 3 the environment is not ready, "
                                + "4 the gate is closed, 5 a policy is broken, 6 the configuration can't be used or written, 64 no such "
                                + "command or option, or several runs to choose from, 70 the command itself broke.");
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void paintsOnlyWhereColoursAreWanted() throws Exception {
        String escape = Character.toString(27);

        assertThat(Invocation.of(folder, "doctor").run().out()).doesNotContain(escape);
        assertThat(Invocation.of(folder, "doctor")
                        .with("CLICOLOR_FORCE", "1")
                        .run()
                        .out())
                .contains(escape + "[31mThere is no goldenpath.yaml");
        assertThat(Invocation.of(folder, "doctor")
                        .with("CLICOLOR_FORCE", "1")
                        .with("NO_COLOR", "1")
                        .run()
                        .out())
                .doesNotContain(escape);
        assertThat(Invocation.of(folder, "doctor", "--no-color")
                        .with("CLICOLOR_FORCE", "1")
                        .run()
                        .out())
                .doesNotContain(escape);
    }
}
