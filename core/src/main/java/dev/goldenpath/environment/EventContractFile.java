package dev.goldenpath.environment;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a file of event contracts. Nothing overrides its values: a contract is the same for everybody. */
final class EventContractFile {
    private final Reading reading;
    private final TextFiles files;
    private final TextFile file;

    EventContractFile(Reading reading, TextFiles files, TextFile file) {
        this.reading = reading;
        this.files = files;
        this.file = file;
    }

    /** The contracts by name. */
    Map<String, EventContract> read(Section root) {
        String version = root.requiredText("version").map(Setting::value).orElse("");
        Section section = root.section("contracts");
        Map<String, EventContract> contracts = new LinkedHashMap<>();
        for (String name : section.names()) {
            EventRuleReader rules = new EventRuleReader(reading, files, file);
            contracts.put(name, new EventContractReader(reading, rules).read(name, version, section.section(name)));
        }
        if (!root.has("contracts") || (root.holdsKeys("contracts") && contracts.isEmpty())) {
            reading.problem(section.origin(), "contracts names no contract", "Describe at least one below it.");
        }
        root.finish();
        return contracts;
    }
}
