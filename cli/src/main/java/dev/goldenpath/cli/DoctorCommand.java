package dev.goldenpath.cli;

import dev.goldenpath.evidence.Redaction;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code goldenpath doctor}: its options. */
@Command(
        name = "doctor",
        description = {
            "Looks at an environment as tests would find it: loads goldenpath.yaml of the working directory, prints every"
                    + " value with its origin (secrets masked), asks every service once how it is, and logs every user in.",
            "Exit codes: 0 ready, 3 not ready, 6 the configuration can't be used."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DoctorCommand implements Callable<Integer> {
    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            description = "Which declared environment; as -Dgoldenpath.environment=NAME.")
    private @Nullable String environment;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "Where goldenpath.yaml is; as -Dgoldenpath.file=FILE.")
    private @Nullable String file;

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            description = "A system property, as tests would get it: goldenpath.* overrides the file.")
    private Map<String, String> properties = new LinkedHashMap<>();

    @Option(names = "--wait", description = "Ask again until all is ready, or ready-within is over.")
    private boolean waiting;

    @Option(
            names = "--launch",
            description = "Start the processes of 'launch', wait for them as --wait does, and end them again.")
    private boolean launching;

    @Option(names = "--no-color", description = "No colours, even on a terminal; as with NO_COLOR set.")
    private boolean plain;

    @Override
    public Integer call() {
        Redaction redaction = new Redaction();
        Screen screen = Terminal.screen(!plain, redaction);
        return new Doctor(allProperties(), System.getenv(), waiting, launching, redaction, screen)
                .run()
                .number();
    }

    private Map<String, String> allProperties() {
        Map<String, String> all = new HashMap<>();
        System.getProperties().stringPropertyNames().forEach(name -> all.put(name, System.getProperty(name)));
        all.putAll(properties);
        if (environment != null) {
            all.put("goldenpath.environment", environment);
        }
        if (file != null) {
            all.put("goldenpath.file", file);
        }
        return all;
    }
}
