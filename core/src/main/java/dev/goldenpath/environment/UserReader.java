package dev.goldenpath.environment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one entry below {@code users}. */
final class UserReader {
    private static final Set<String> OF_EVERY_USER = Set.of("grant", "identity");

    private final Section section;
    private final Reading reading;
    private final Map<String, Setting> settings = new LinkedHashMap<>();
    private final Map<String, Secret> secrets = new LinkedHashMap<>();
    private Map<String, Object> claims = Map.of();

    private UserReader(Section section, Reading reading) {
        this.section = section;
        this.reading = reading;
    }

    static UserAccount read(String name, Section section, Reading reading) {
        return new UserReader(section, reading).read(name);
    }

    private UserAccount read(String name) {
        // Empty only together with a reported problem.
        String grant = section.requiredText("grant").map(Setting::value).orElse("");
        GrantShape shape = GrantShape.of(grant);
        shape.required().forEach(key -> read(key, shape, true));
        shape.optional().forEach(key -> read(key, shape, false));
        if (!shape.isOfLibrary()) {
            section.names().stream()
                    .filter(key ->
                            !OF_EVERY_USER.contains(key) && !shape.optional().contains(key))
                    .forEach(key -> read(key, shape, false));
        }
        String identity = section.text("identity").map(Setting::value).orElse(null);
        section.finish();
        return new UserAccount(name, grant, settings, secrets, claims, identity, section.origin());
    }

    /** A header ends where its line does. */
    private void requireOneLine(Setting secret) {
        if (!reading.isUnresolved(secret) && secret.value().matches("(?s).*[\r\n].*")) {
            reading.problem(
                    secret.origin(),
                    secret.key() + " has more than one line, or a line end behind it, with which it can't be sent",
                    "Write it on one line. ${file:path} and ${env:NAME} leave out the end of the last line.");
        }
    }

    private void read(String key, GrantShape shape, boolean required) {
        if (key.equals(GrantShape.CLAIMS)) {
            claims = ClaimsReader.read(section.section(key), reading);
            return;
        }
        Optional<Setting> found = required ? section.requiredText(key) : section.text(key);
        found.ifPresent(setting -> {
            if (GrantShape.SECRET.contains(key)) {
                // What a grant of another provider's needs may be a key of many lines.
                if (shape.isOfLibrary()) {
                    requireOneLine(setting);
                }
                secrets.put(key, section.secret(setting));
            } else if (!shape.isOfLibrary()) {
                settings.put(key, setting);
            } else {
                section.parsed(setting, text -> GrantShape.checked(key, text))
                        .ifPresent(text -> settings.put(key, new Setting(setting.key(), text, setting.origin())));
            }
        });
    }
}
