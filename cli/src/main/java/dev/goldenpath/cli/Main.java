package dev.goldenpath.cli;

import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** The command that holds all others. */
@Command(
        name = "goldenpath",
        description = "End-to-end tests against real services, with verdicts you can trust.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.class,
        subcommands = {
            DoctorCommand.class,
            GateCommand.class,
            ReportCommand.class,
            MergeCommand.class,
            CompareCommand.class,
            HistoryCommand.class,
            InitCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 all is well, 1 tests did not pass, 2 no tests, 3 the environment is not ready, 4 the gate is"
                    + " closed, 5 a policy is broken, 6 the configuration can't be used or written, 64 no such command or option, or several runs to choose from,"
                    + " 70 the command itself broke."
        })
final class Main implements IVersionProvider {

    public static void main(String[] arguments) {
        // Engines speak through java.util.logging too; what they say is none of the output.
        LogManager.getLogManager().reset();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExitCodeExceptionMapper(
                        thrown -> (thrown instanceof ParameterException ? ExitCode.USAGE : ExitCode.BROKEN).number());
    }

    @Override
    public String[] getVersion() {
        String version = Main.class.getPackage().getImplementationVersion();
        return new String[] {"goldenpath " + (version == null ? "(of no jar)" : version)};
    }
}
