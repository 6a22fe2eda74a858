package dev.goldenpath.environment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads one entry below {@code users}. */
final class UserReader {
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
        shape.required().forEach(key -> read(key, true));
        shape.optional().forEach(key -> read(key, false));
        String identity = section.text("identity").map(Setting::value).orElse(null);
        section.finish();
        return new UserAccount(name, grant, settings, secrets, claims, identity, section.origin());
    }

    private void read(String key, boolean required) {
        if (key.equals(GrantShape.CLAIMS)) {
            claims = ClaimsReader.read(section.section(key), reading);
            return;
        }
        Optional<Setting> found = required ? section.requiredText(key) : section.text(key);
        found.ifPresent(setting -> {
            if (GrantShape.SECRET.contains(key)) {
                secrets.put(key, section.secret(setting));
            } else {
                section.parsed(setting, text -> GrantShape.checked(key, text))
                        .ifPresent(text -> settings.put(key, new Setting(setting.key(), text, setting.origin())));
            }
        });
    }
}
