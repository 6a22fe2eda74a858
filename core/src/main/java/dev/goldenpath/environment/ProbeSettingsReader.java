package dev.goldenpath.environment;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads where and how a service is asked for its state and its revision. */
final class ProbeSettingsReader {
    private final Section service;
    private final Section health;
    private final Section revision;

    ProbeSettingsReader(Section service) {
        this.service = service;
        this.health = below("health");
        this.revision = below("revision");
    }

    /** What stands below {@code key}; an empty section where that is a text. */
    private Section below(String key) {
        return service.holdsKeys(key) ? service.section(key) : service.overrides(key);
    }

    /** The path of the deep health check; {@code null} where there is none. */
    @Nullable
    String health() {
        Optional<String> path = service.holdsKeys("health")
                ? health.requiredText("path").flatMap(setting -> health.parsed(setting, Values::requestPath))
                : service.parsed("health", Values::requestPath);
        return path.orElse(null);
    }

    /** Where the service says which revision it runs; {@code null} where it does not. */
    @Nullable
    PointerReference revision() {
        Optional<PointerReference> at = service.holdsKeys("revision")
                ? revision.requiredText("at").flatMap(setting -> revision.parsed(setting, Values::pathAndPointer))
                : service.parsed("revision", Values::pathAndPointer);
        return at.orElse(null);
    }

    ProbeSettings read() {
        ProbeSettings settings = new ProbeSettings(
                health.parsed("state", Values::path).orElse(null),
                words(health.section("words")),
                rules(),
                service.parsed("certificate-notice", Values::duration).orElse(ProbeSettings.CERTIFICATE_NOTICE),
                more(service.section("probes")));
        health.finish();
        revision.finish();
        return settings;
    }

    private RevisionRules rules() {
        RevisionRules rules = new RevisionRules(
                revision.text("expected").orElse(null),
                revision.parsed("deployed", Values::pathAndPointer).orElse(null),
                revision.parsed("max-age", Values::limit).orElse(null));
        if (rules.maxAge() != null && rules.deployed() == null) {
            revision.problem(
                    "max-age",
                    "is set, but nothing tells when the service was deployed",
                    "Add 'deployed: /path#/pointer', or remove it.");
        }
        return rules;
    }

    private static StateWords words(Section section) {
        StateWords words = new StateWords(
                words(section, "healthy", StateWords.DEFAULT.healthy()),
                words(section, "degraded", StateWords.DEFAULT.degraded()),
                words(section, "failed", StateWords.DEFAULT.failed()));
        section.finish();
        return words;
    }

    private static Set<String> words(Section section, String key, Set<String> otherwise) {
        Set<String> given = DistinctTexts.read(section, key, Values::markerWord).stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return given.isEmpty() ? otherwise : given;
    }

    private static Map<String, Setting> more(Section section) {
        Map<String, Setting> more = new LinkedHashMap<>();
        for (String kind : section.names()) {
            section.text(kind).ifPresent(setting -> more.put(kind, setting));
        }
        return more;
    }
}
