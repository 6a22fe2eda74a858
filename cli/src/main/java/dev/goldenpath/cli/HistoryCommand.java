package dev.goldenpath.cli;

import dev.goldenpath.environment.RunSetting;
import dev.goldenpath.environment.Setting;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code goldenpath history}: holds its two commands. */
@Command(
        name = "history",
        description = "Keeps what runs came to in one file, and tells from it how tests have been.",
        mixinStandardHelpOptions = true,
        subcommands = {HistoryAddCommand.class, HistoryShowCommand.class})
final class HistoryCommand {
    private HistoryCommand() {}

    /** The file that is meant: the one that is given, else the one that reports read, else the usual one. */
    static Path file(@Nullable Path given, Map<String, String> variables) {
        return given != null
                ? given
                : Path.of(RunSetting.HISTORY
                        .read(Map.of(), variables)
                        .map(Setting::value)
                        .orElse("history.jsonl"));
    }
}
