package dev.goldenpath.environment;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads one entry of a contract's {@code events}. */
final class EventRuleReader {
    private final Reading reading;
    private final TextFiles files;
    private final TextFile file;

    EventRuleReader(Reading reading, TextFiles files, TextFile file) {
        this.reading = reading;
        this.files = files;
        this.file = file;
    }

    /**
     * Reads an entry.
     *
     * @param longest the limit of the whole contract
     * @param named told each name of the event
     */
    EventRule read(Section section, Duration longest, Consumer<Setting> named) {
        Optional<Setting> name = section.requiredText("name");
        name.ifPresent(named);
        Set<String> aliases = new LinkedHashSet<>();
        for (Setting alias : section.texts("aliases")) {
            aliases.add(alias.value());
            named.accept(alias);
        }
        Times times = section.parsed("times", Times::parse).orElse(Times.ONCE);
        EventRule rule = new EventRule(
                name.map(Setting::value).orElse(""),
                aliases,
                times.least(),
                times.most(),
                section.parsed("within", text -> within(text, longest)).orElse(null),
                schema(section),
                section.origin());
        section.finish();
        return rule;
    }

    private static Duration within(String text, Duration longest) {
        Duration within = Values.limit(text);
        if (within.compareTo(longest) > 0) {
            throw new IllegalArgumentException("is longer than the 'within' of its contract");
        }
        return within;
    }

    private @Nullable String schema(Section section) {
        if (section.node("schema").orElse(null) instanceof MappingNode inline) {
            try {
                return YamlText.json(inline);
            } catch (IllegalArgumentException e) {
                reading.problem(
                        section.originOf("schema"), section.pathOf("schema") + " " + e.getMessage(), "Correct it.");
                return null;
            }
        }
        return section.parsed(
                        "schema",
                        path -> YamlText.schema(files.beside(file, path).text()))
                .orElse(null);
    }
}
