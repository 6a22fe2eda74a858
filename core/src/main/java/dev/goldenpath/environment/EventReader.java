package dev.goldenpath.environment;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads how the WebSocket messages of a service are read, and what their contract says. */
final class EventReader {
    private final Reading reading;
    private final TextFiles files;

    EventReader(Reading reading, Path workingDirectory) {
        this.reading = reading;
        this.files = new TextFiles(workingDirectory);
    }

    EventSettings read(Section service) {
        Section section = service.section("events");
        Optional<String> type = section.parsed("type", Values::path);
        EventSettings events = new EventSettings(
                type.orElse(null),
                section.texts("heartbeats").stream().map(Setting::value).collect(Collectors.toSet()),
                contracts(section));
        if (!events.contracts().isEmpty() && !reading.isSet(section.pathOf("type"))) {
            reading.problem(
                    reading.originOf(section.pathOf("contract")),
                    section.pathOf("contract") + " is set, but 'type' beside it is not",
                    "Add 'type', a JSON Pointer to the name of an event.");
        }
        section.finish();
        return events;
    }

    private Map<String, EventContract> contracts(Section section) {
        return section.text("contract")
                .flatMap(setting -> section.parsed(setting, files::find))
                .flatMap(file -> root(file).map(root -> new EventContractFile(reading, files, file).read(root)))
                .orElse(Map.of());
    }

    /** Empty only together with a reported problem. */
    private Optional<Section> root(TextFile file) {
        try {
            Optional<Node> node = YamlText.compose(file);
            if (node.isEmpty()) {
                reading.problem(new Origin(file.name()), "The file is empty", "Write 'version' and 'contracts' in it.");
            }
            return node.map(found -> Section.rootWithoutOverrides(reading, file.name(), found));
        } catch (ConfigurationException e) {
            e.problems().forEach(problem -> reading.problem(problem.origin(), problem.what(), problem.remedy()));
            return Optional.empty();
        }
    }
}
