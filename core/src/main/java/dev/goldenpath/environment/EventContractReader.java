package dev.goldenpath.environment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one entry below {@code contracts}. */
final class EventContractReader {
    private static final Duration DEFAULT_WITHIN = Duration.ofSeconds(30);
    private static final Duration DEFAULT_QUIET = Duration.ofMillis(500);

    private final Reading reading;
    private final EventRuleReader rules;

    EventContractReader(Reading reading, EventRuleReader rules) {
        this.reading = reading;
        this.rules = rules;
    }

    EventContract read(String name, String version, Section section) {
        Duration within = section.parsed("within", Values::limit).orElse(DEFAULT_WITHIN);
        EventContract contract = new EventContract(
                name,
                version,
                pointer(section, "correlation"),
                pointer(section, "user"),
                pointer(section, "id"),
                pointer(section, "sequence"),
                section.parsed("order", EventContractReader::ordered).orElse(true),
                within,
                section.parsed("quiet", Values::limit).orElse(DEFAULT_QUIET),
                events(section, within),
                section.origin());
        section.finish();
        return contract;
    }

    private static @Nullable String pointer(Section section, String key) {
        return section.parsed(key, Values::path).orElse(null);
    }

    private static boolean ordered(String text) {
        return switch (text) {
            case "listed" -> true;
            case "any" -> false;
            default -> throw new IllegalArgumentException("is neither listed nor any");
        };
    }

    private List<EventRule> events(Section section, Duration within) {
        List<EventRule> events = new ArrayList<>();
        Map<String, Origin> names = new HashMap<>();
        for (Section event : section.sections("events")) {
            EventRule rule = rules.read(event, within, setting -> {
                Origin first = names.putIfAbsent(setting.value(), setting.origin());
                if (first != null) {
                    reading.problem(
                            setting.origin(),
                            setting.key() + ": '" + reading.shown(setting) + "' names an event a second time (first: "
                                    + first + ")",
                            "Keep one.");
                }
            });
            events.add(rule);
        }
        if (events.isEmpty()) {
            reading.problem(
                    section.originOf("events"), section.pathOf("events") + " lists no event", "List at least one.");
        }
        return events;
    }
}
