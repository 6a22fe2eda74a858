package dev.goldenpath.cli;

import dev.goldenpath.evidence.Redaction;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code goldenpath history show}: its options. */
@Command(
        name = "show",
        description = {
            "Tells how tests have been, the worst first: since when each fails, how flaky it is, and how long it takes.",
            "Exit codes: 0 it is told, whatever it is; 2 there is nothing to tell."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class HistoryShowCommand implements Callable<Integer> {
    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "The history. Default: GOLDENPATH_HISTORY, else history.jsonl.")
    private @Nullable Path file;

    @Option(
            names = "--test",
            paramLabel = "PATTERN",
            defaultValue = "",
            description = "Only tests with this in class.name, such as ChatIT or ChatIT.answers; * is any text.")
    private String pattern = "";

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            description = "Only runs of this environment. Default: all, one after the other.")
    private @Nullable String environment;

    @Option(names = "--no-color", description = "No colours, even on a terminal; as with NO_COLOR set.")
    private boolean plain;

    @Override
    public Integer call() {
        Redaction redaction = new Redaction();
        return new HistoryTelling(
                        HistoryCommand.file(file, System.getenv()),
                        pattern,
                        environment,
                        redaction,
                        Terminal.screen(!plain, redaction))
                .run()
                .number();
    }
}
