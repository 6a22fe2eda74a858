package dev.goldenpath.cli;

import dev.goldenpath.evidence.Redaction;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code goldenpath gate}: its options. */
@Command(
        name = "gate",
        description = {
            "Judges a run over the logs of all its JVMs, as goldenpath:gate does, and makes its reports again where the"
                    + " logs are those of one folder.",
            "Exit codes: 0 the run is good enough; else the first that applies: 1 tests did not pass, 5 a policy is broken,"
                    + " 4 the gate is closed, 6 the configuration can't be used, 3 the environment is not ready, 2 no tests."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class GateCommand implements Callable<Integer> {
    @Mixin
    private RunOptions options;

    @Option(names = "--no-reports", description = "Leave the reports as they are.")
    private boolean withoutReports;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Redaction redaction = new Redaction();
        RunRequest request = options.request(spec);
        return new Judgement(request, !withoutReports, redaction, Terminal.screen(!options.plain, redaction))
                .run()
                .number();
    }
}
