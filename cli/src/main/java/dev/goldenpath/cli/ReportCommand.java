package dev.goldenpath.cli;

import dev.goldenpath.evidence.Redaction;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code goldenpath report}: its options. */
@Command(
        name = "report",
        description = {
            "Makes the reports of a run from its logs alone: after a killed build, or with the logs of several machines.",
            "Exit codes: 0 they are made, whatever they say; 2 there is no log."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class ReportCommand implements Callable<Integer> {
    @Mixin
    private RunOptions options;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where the reports go. Default: the folder of the logs, else GOLDENPATH_OUTPUT, else"
                    + " target/goldenpath.")
    private @Nullable Path output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Redaction redaction = new Redaction();
        RunRequest request = options.request(spec);
        Path folder = output == null ? request.reports() : output;
        return new Reporting(request, folder, redaction, Terminal.screen(!options.plain, redaction))
                .run()
                .number();
    }
}
