package dev.goldenpath.cli;

import dev.goldenpath.evidence.Redaction;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code goldenpath init}: its options. */
@Command(
        name = "init",
        description = {
            "Writes a small Maven project that runs as it is: one golden-path test against the example product, which it"
                    + " starts itself, or against the service at --url. Calls nobody.",
            "Exit codes: 0 it is written; 6 it can't be, for what was asked or for what is there already."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class InitCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "DIR", defaultValue = "", description = "Where. Default: here.")
    private Path folder = Path.of("");

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The service to test, with the path that its first test asks for, such as"
                    + " https://api.staging.example.com/health.")
    private @Nullable String url;

    @Option(
            names = "--package",
            paramLabel = "NAME",
            defaultValue = "com.example",
            description = "Package of the test. Default: ${DEFAULT-VALUE}.")
    private String packageName = "com.example";

    @Option(names = "--force", description = "Overwrite files that are there already.")
    private boolean force;

    @Override
    public Integer call() {
        Redaction redaction = new Redaction();
        return new Initiation(folder, url, packageName, force, redaction, Terminal.screen(false, redaction))
                .run()
                .number();
    }
}
