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

/** {@code goldenpath merge}: its options. */
@Command(
        name = "merge",
        description = {
            "Makes one run of the logs of any number of machines: copies logs and attachments into one folder, and makes"
                    + " the reports of all of it there. 'goldenpath gate' judges it.",
            "Exit codes: 0 it is made, whatever the reports say; 2 there is no log; 64 the logs can't be of one run."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class MergeCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "DIR|LOG",
            arity = "1..*",
            description = "Run logs, and folders that hold some, at any depth. A log that is there twice counts once.")
    private List<Path> places = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "Where the merged run goes: a folder without other run logs.")
    private Path output;

    @Option(
            names = "--run",
            paramLabel = "ID",
            description = "The id of the merged run. Default: that of its logs; where they have several, one made of"
                    + " them.")
    private @Nullable String run;

    @Option(
            names = "--junit-xml",
            paramLabel = "FORM",
            description = "The form of the JUnit XML, full or strict. Default: GOLDENPATH_JUNITXML, else full.")
    private @Nullable JunitXmlForm form;

    @Option(names = "--no-color", description = "No colours, even on a terminal; as with NO_COLOR set.")
    private boolean plain;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Redaction redaction = new Redaction();
        return new Merging(places, output, run, strict(), redaction, Terminal.screen(!plain, redaction))
                .run()
                .number();
    }

    private boolean strict() {
        try {
            JunitXmlForm chosen = form == null ? RunRequest.form(System.getenv()) : form;
            return chosen == JunitXmlForm.STRICT;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
