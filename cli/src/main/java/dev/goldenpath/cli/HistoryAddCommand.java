package dev.goldenpath.cli;

import dev.goldenpath.evidence.Redaction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code goldenpath history add}: its options. */
@Command(
        name = "add",
        description = {
            "Adds a run to the history, in the place of what it holds of that run.",
            "Exit codes: 0 it is added, whatever became of its tests; 2 there is no log."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class HistoryAddCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DIR|LOG",
            description =
                    "A folder with run logs, or the logs themselves; the newest run of a single folder, else the one"
                            + " run that all of them are of. Default: GOLDENPATH_OUTPUT, else target/goldenpath.")
    private List<Path> places = new ArrayList<>();

    @Option(
            names = "--run",
            paramLabel = "ID",
            description = "Which of several runs is meant. Default: GOLDENPATH_RUNID, else none in particular.")
    private @Nullable String run;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "The history. Default: GOLDENPATH_HISTORY, else history.jsonl.")
    private @Nullable Path file;

    @Option(
            names = "--keep",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many runs of each environment stay in it; the oldest go. Default: ${DEFAULT-VALUE}.")
    private int keep;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (keep < 1) {
            throw new ParameterException(spec.commandLine(), "--keep " + keep + ": at least 1 run has to be kept.");
        }
        Redaction redaction = new Redaction();
        RunOptions options = new RunOptions();
        options.places = places;
        options.run = run;
        return new HistoryAddition(
                        options.request(spec),
                        HistoryCommand.file(file, System.getenv()),
                        keep,
                        redaction,
                        Terminal.screen(false, redaction))
                .run()
                .number();
    }
}
