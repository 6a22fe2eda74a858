package dev.goldenpath.environment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads one entry below {@code services}. */
final class ServiceReader {
    private ServiceReader() {}

    static ServiceEndpoint read(String name, Section section, ConnectionReader connections, EventReader events) {
        Optional<Setting> url = section.text("url");
        ProbeSettingsReader probes = new ProbeSettingsReader(section);
        ServiceEndpoint service = new ServiceEndpoint(
                name,
                url.flatMap(setting -> section.parsed(setting, Values::url)).orElse(null),
                url.map(Setting::origin).orElse(section.origin()),
                section.parsed("liveness", Values::requestPath).orElse(null),
                probes.health(),
                probes.revision(),
                section.parsed("identity", Values::pathAndPointer).orElse(null),
                section.parsed("reported-by", Values::reference).orElse(null),
                login(section),
                TokenSettingsReader.read(section),
                events.read(section),
                connections.socket(section),
                dependencies(section.section("depends-on")),
                connections.timeouts(section.section("timeouts")),
                connections.proxy(section),
                connections.tls(section),
                section.parsed("tunnel", Values::bool).orElse(false),
                address(section),
                probes.read());
        section.finish();
        return service;
    }

    private static @Nullable ServiceAddress address(Section section) {
        return section.text("address")
                .flatMap(setting -> section.parsed(setting, text -> PeerValues.address(text, setting.origin())))
                .orElse(null);
    }

    private static @Nullable LoginEndpoint login(Section service) {
        Section section = service.section("login");
        if (!service.has("login")) {
            return null;
        }
        LoginEndpoint login = new LoginEndpoint(
                text(section, "path", Values::requestPath),
                text(section, "username", Values::path),
                text(section, "password", Values::path),
                section.parsed("token", Values::pointerToField).orElse(null),
                section.parsed("refresh", Values::pointerToField).orElse(null),
                section.parsed("refresh-path", Values::requestPath).orElse(null),
                section.parsed("cookie", Values::headerName).orElse(null));
        section.finish();
        return login;
    }

    /** Empty only together with a reported problem. */
    private static String text(Section section, String key, UnaryOperator<String> parse) {
        return section.requiredText(key)
                .flatMap(setting -> section.parsed(setting, parse))
                .orElse("");
    }

    private static Map<String, Need> dependencies(Section section) {
        Map<String, Need> dependencies = new LinkedHashMap<>();
        for (String name : section.names()) {
            section.parsed(name, Values::need).ifPresent(need -> dependencies.put(name, need));
        }
        return dependencies;
    }
}
