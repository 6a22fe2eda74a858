package dev.goldenpath.environment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Loads and checks an environment of {@code goldenpath.yaml}, over which {@code goldenpath-<environment>.yaml} beside it is
 * laid where there is one. Every value may be overridden by a system property {@code
 * goldenpath.<key>} or an environment variable {@code GOLDENPATH_<KEY>}, in this order; {@code ${NAME}} in a value is
 * filled from the environment variable or system property of that name, {@code ${env:NAME}}, {@code ${file:path}} and
 * {@code ${scheme:name}} from a source of secrets. Immutable.
 *
 * @since 0.1.0
 */
public final class EnvironmentLoader {
    private final Map<String, String> properties;
    private final Map<String, String> variables;
    private final Path workingDirectory;
    private final PortSource ports;

    /**
     * A loader with the given sources, and other free ports each time.
     *
     * @param properties system properties
     * @param variables environment variables
     * @param workingDirectory where {@code goldenpath.yaml} is looked for first; the class path is next
     */
    public EnvironmentLoader(Map<String, String> properties, Map<String, String> variables, Path workingDirectory) {
        this(properties, variables, workingDirectory, PortSource.free());
    }

    /**
     * A loader with the given sources.
     *
     * @param properties system properties
     * @param variables environment variables
     * @param workingDirectory where {@code goldenpath.yaml} is looked for first; the class path is next
     * @param ports chooses the ports that environments name
     */
    public EnvironmentLoader(
            Map<String, String> properties, Map<String, String> variables, Path workingDirectory, PortSource ports) {
        this.properties = Map.copyOf(properties);
        this.variables = Map.copyOf(variables);
        this.workingDirectory = workingDirectory;
        this.ports = ports;
    }

    /**
     * Loads an environment.
     *
     * @param name the environment to load; {@code null} for the one that the configuration chooses
     * @throws ConfigurationException with all problems at once
     */
    public Environment load(@Nullable String name) {
        TextFile file = MainFile.find(properties, variables, workingDirectory);
        Overlays overlays = new Overlays(workingDirectory, file);
        Reading reading = reading();
        Node node = compose(file);
        Optional<Environment> environment = choose(Section.root(reading, file.name(), node), name, reading, overlays)
                .map(chosen ->
                        read(chosen, reading, overlaid(node, chosen.value(), file, overlays, reading), file, overlays));
        if (environment.isPresent()) {
            reading.problems().addAll(Contradictions.in(environment.get(), reading));
            reading.problems().addAll(reading.sources().unused());
        }
        List<ConfigurationProblem> problems = reading.problems();
        if (!problems.isEmpty()) {
            throw new ConfigurationException(
                    file.name() + " can't be used"
                            + environment.map(EnvironmentLoader::chosen).orElse("") + ": " + problems.size()
                            + (problems.size() == 1 ? " problem" : " problems"),
                    problems);
        }
        return environment.orElseThrow();
    }

    private Environment read(Setting chosen, Reading reading, Node node, TextFile file, Overlays overlays) {
        Section root = Section.root(reading, file.name(), node);
        root.node("environment");
        KnownIssuesReader knownIssues = new KnownIssuesReader(reading, new TextFiles(workingDirectory), file);
        Environment environment = new EnvironmentReader(reading, node, root, ports, knownIssues, workingDirectory)
                .read(
                        chosen.value(),
                        chosen.origin(),
                        declared(root, overlays),
                        root.section("environments").overriddenFromHere(chosen.value()));
        root.finish();
        return environment;
    }

    /** The main file with that of the chosen environment laid over it, where there is one. */
    private static Node overlaid(Node node, String chosen, TextFile file, Overlays overlays, Reading reading) {
        Optional<TextFile> overlay = overlays.of(chosen);
        if (overlay.isEmpty()) {
            List<String> declared = Section.root(reading, file.name(), node)
                    .section("environments")
                    .names();
            overlays.misnamed(chosen, declared).ifPresent(reading::problem);
            return node;
        }
        String name = overlay.get().name();
        return new Overlay(reading, file.name(), chosen)
                .laidOver(node, YamlText.compose(overlay.get()).orElseGet(() -> YamlText.nothing(name)), name);
    }

    /** The name of the environment that the configuration chooses; empty when it chooses none or cannot be read. */
    public Optional<String> chosenName() {
        try {
            TextFile file = MainFile.find(properties, variables, workingDirectory);
            Reading reading = reading();
            Section root = Section.root(reading, file.name(), compose(file));
            return choose(root, null, reading, new Overlays(workingDirectory, file))
                    .map(Setting::value);
        } catch (ConfigurationException e) {
            return Optional.empty();
        }
    }

    private Reading reading() {
        Sources sources = new Sources(properties, variables);
        return new Reading(sources, new SecretSources(sources, workingDirectory));
    }

    private static String chosen(Environment environment) {
        return " for environment '" + environment.name() + "' (chosen by " + environment.chosenBy() + ")";
    }

    private static Optional<Setting> choose(Section root, @Nullable String name, Reading reading, Overlays overlays) {
        Optional<Setting> configured = root.text("environment");
        List<String> inFile = root.section("environments").names();
        List<String> declared = declared(root, overlays);
        Optional<Setting> chosen = name == null
                ? configured.or(() -> onlyOne(inFile.isEmpty() ? declared : inFile))
                : Optional.of(new Setting("environment", name, new Origin("the test class")));
        if (chosen.isEmpty()) {
            reading.problem(
                    root.origin(),
                    declared.isEmpty() ? "environments is missing" : "environment is missing",
                    declared.isEmpty()
                            ? "Declare at least one environment with its services."
                            : "Choose one of " + String.join(", ", declared)
                                    + ", by 'environment: …' in the file or -Dgoldenpath.environment=….");
            return Optional.empty();
        }
        String wanted = chosen.get().value();
        if (!declared.contains(wanted) && overlays.of(wanted).isEmpty()) {
            reading.problem(
                    chosen.get().origin(),
                    "environment '" + reading.shown(chosen.get()) + "' is not declared"
                            + Closest.hint(wanted, declared),
                    "Declared: " + (declared.isEmpty() ? "none" : String.join(", ", declared)) + ".");
            return Optional.empty();
        }
        return chosen;
    }

    private static List<String> declared(Section root, Overlays overlays) {
        return Stream.concat(root.section("environments").names().stream(), overlays.environments().stream())
                .distinct()
                .toList();
    }

    private static Optional<Setting> onlyOne(List<String> declared) {
        return declared.size() == 1
                ? Optional.of(new Setting("environment", declared.get(0), new Origin("being the only one")))
                : Optional.empty();
    }

    private static Node compose(TextFile file) {
        return YamlText.compose(file)
                .orElseThrow(() -> new ConfigurationException(file.name() + " is empty.", List.of()));
    }
}
