package dev.goldenpath.cli;

import dev.goldenpath.environment.ConfigurationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The options of commands about one run. */
final class RunOptions {
    @Parameters(
            paramLabel = "DIR|LOG",
            description =
                    "A folder with run logs, or the logs themselves; the newest run of a single folder, else the one"
                            + " run that all of them are of. Default: GOLDENPATH_OUTPUT, else target/goldenpath.")
    List<Path> places = new ArrayList<>();

    @Option(
            names = "--run",
            paramLabel = "ID",
            description = "Which of several runs is meant. Default: GOLDENPATH_RUNID, else none in particular.")
    @Nullable
    String run;

    @Option(
            names = "--junit-xml",
            paramLabel = "FORM",
            description = "The form of the JUnit XML, full or strict. Default: GOLDENPATH_JUNITXML, else full.")
    @Nullable
    JunitXmlForm form;

    @Option(names = "--no-color", description = "No colours, even on a terminal; as with NO_COLOR set.")
    boolean plain;

    /**
     * What they ask for, with what the variables of this process add.
     *
     * @throws ParameterException when a variable has a value that it can't have
     */
    RunRequest request(CommandSpec command) {
        try {
            return RunRequest.of(this, Path.of(""), System.getenv());
        } catch (IllegalArgumentException | ConfigurationException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
