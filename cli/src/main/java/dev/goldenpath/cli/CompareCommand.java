package dev.goldenpath.cli;

import dev.goldenpath.compare.RunComparison;
import dev.goldenpath.evidence.Redaction;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code goldenpath compare}: its options. */
@Command(
        name = "compare",
        description = {
            "Tells what differs between two runs: new failures with their first diverging call, fixed, lost and new tests,"
                    + " other verdicts and grades, and phases of calls that are slower or faster.",
            "Exit codes: 0 nothing got worse; 1 tests fail that did not; 4 tests are lost, pass no longer for another"
                    + " reason, or phases are slower; 2 there is no log."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class CompareCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "BEFORE",
            description =
                    "A folder with run logs, of which the newest run is meant, a single log, or the id of a run in"
                            + " GOLDENPATH_OUTPUT, else target/goldenpath.")
    private String before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "The run to be compared with it, told likewise.")
    private String after;

    @Option(names = "--json", paramLabel = "FILE", description = "Write it for scripts, too: into this file.")
    private @Nullable Path json;

    @Option(
            names = "--alpha",
            paramLabel = "CHANCE",
            description =
                    "How likely any phase may be called slower where none is. Default: " + RunComparison.ALPHA + ".")
    private double alpha = RunComparison.ALPHA;

    @Option(names = "--no-color", description = "No colours, even on a terminal; as with NO_COLOR set.")
    private boolean plain;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!(alpha > 0 && alpha < 1)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--alpha is a chance above 0 and below 1, such as " + RunComparison.ALPHA + ", and not " + alpha
                            + ".");
        }
        Redaction redaction = new Redaction();
        return new Comparing(before, after, alpha, json, redaction, Terminal.screen(!plain, redaction))
                .run()
                .number();
    }
}
