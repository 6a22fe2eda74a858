package dev.goldenpath.environment;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one environment and the sections that all environments share. */
final class EnvironmentReader {
    private static final Duration DEFAULT_READY_WITHIN = Duration.ofSeconds(30);

    private final Reading reading;
    private final Node file;
    private final Section root;
    private final PortSource ports;
    private final KnownIssuesReader knownIssues;
    private final Path workingDirectory;
    private final ConnectionReader connections;
    private final EventReader events;

    EnvironmentReader(
            Reading reading,
            Node file,
            Section root,
            PortSource ports,
            KnownIssuesReader knownIssues,
            Path workingDirectory) {
        this.reading = reading;
        this.file = file;
        this.root = root;
        this.ports = ports;
        this.knownIssues = knownIssues;
        this.workingDirectory = workingDirectory;
        this.connections = new ConnectionReader(reading, workingDirectory);
        this.events = new EventReader(reading, workingDirectory);
    }

    /** @param declared names of all environments */
    Environment read(String name, Origin chosenBy, List<String> declared, Section section) {
        reading.ports(ports(name, section));
        RedactedNames redact = redact(root.section("redact"));
        Environment environment = new Environment(
                name,
                chosenBy,
                PeerPolicyReader.read(section),
                section.parsed("ready-within", Values::duration).orElse(DEFAULT_READY_WITHIN),
                section.parsed("degraded", Values::onDegraded).orElse(OnDegraded.PROCEED),
                protectedBy(section),
                services(section.section("services")),
                users(section.section("users")),
                UserPoolReader.read(section, workingDirectory),
                launch(section),
                GateReader.read(root.section("gate")),
                revenue(root.section("revenue")),
                redact,
                PayloadMarkersReader.read(root.section("markers")),
                new PolicySettingsReader().read(root.section("policy"), reading),
                new AuthorSettingsReader(reading).read(root, section),
                knownIssues.read(root, name, declared),
                // Last, for all else has been read by then.
                secrets(section),
                reading.values(file, redact));
        section.finish();
        return environment;
    }

    /** Who leaves out {@code remote} has not said that nobody else's secrets stand here. */
    private ReadSecrets secrets(Section section) {
        boolean local =
                section.parsed("remote", Values::bool).map(remote -> !remote).orElse(false);
        return new ReadSecrets(reading.filledIn(), local ? Map.of() : reading.literalSecrets());
    }

    private static @Nullable Origin protectedBy(Section section) {
        return section.text("protected")
                .filter(setting -> section.parsed(setting, Values::bool).orElse(false))
                .map(Setting::origin)
                .orElse(null);
    }

    /** As overridden, else chosen. */
    private Map<String, Integer> ports(String environment, Section section) {
        Section overrides = section.overrides("ports");
        Map<String, Integer> given = new LinkedHashMap<>();
        Set<String> wanted = new LinkedHashSet<>();
        for (Setting name : section.texts("ports")) {
            if (given.containsKey(name.value()) || wanted.contains(name.value())) {
                section.repeated(name);
            } else {
                overrides
                        .parsed(name.value(), Values::port)
                        .ifPresentOrElse(port -> given.put(name.value(), port), () -> wanted.add(name.value()));
            }
        }
        given.putAll(ports.choose(environment, wanted));
        return given;
    }

    private Map<String, ServiceEndpoint> services(Section section) {
        Map<String, ServiceEndpoint> services = new LinkedHashMap<>();
        for (String name : section.names()) {
            services.put(name, ServiceReader.read(name, section.section(name), connections, events));
        }
        return services;
    }

    private Map<String, UserAccount> users(Section section) {
        Map<String, UserAccount> users = new LinkedHashMap<>();
        for (String name : section.names()) {
            users.put(name, UserReader.read(name, section.section(name), reading));
        }
        return users;
    }

    /** The value is empty only together with a reported problem. */
    private static Setting orEmpty(Section section, String key) {
        return section.requiredText(key).orElse(new Setting(section.pathOf(key), "", section.origin()));
    }

    private static List<LaunchSpec> launch(Section environment) {
        List<LaunchSpec> launch = new ArrayList<>();
        for (Section section : environment.sections("launch")) {
            String name = orEmpty(section, "name").value();
            List<Setting> command = section.texts("command");
            if (command.isEmpty()) {
                section.requiredText("command");
            }
            List<String> words = command.size() == 1
                    ? section.parsed(command.get(0), Values::words).orElse(List.of())
                    : command.stream().map(Setting::value).toList();
            Duration readyWithin =
                    section.parsed("ready-within", Values::duration).orElse(DEFAULT_READY_WITHIN);
            section.finish();
            launch.add(new LaunchSpec(name, words, readyWithin, section.origin()));
        }
        return launch;
    }

    private static Revenue revenue(Section section) {
        String currency = section.parsed("currency", Values::currency).orElse("");
        Map<String, BigDecimal> monthly = new LinkedHashMap<>();
        for (String name : section.names()) {
            if (!name.equals("currency")) {
                section.parsed(name, Values::amount).ifPresent(amount -> monthly.put(name, amount));
            }
        }
        if (!monthly.isEmpty() && currency.isEmpty()) {
            section.requiredText("currency");
        }
        return new Revenue(currency, monthly);
    }

    private static RedactedNames redact(Section section) {
        RedactedNames names = new RedactedNames(
                DistinctTexts.read(section, "headers", Values::headerName),
                DistinctTexts.read(section, "fields", Values::fieldName));
        section.finish();
        return names;
    }
}
