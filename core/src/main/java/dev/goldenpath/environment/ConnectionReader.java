package dev.goldenpath.environment;

import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how a service is reached: its limits, its proxy, its TLS and its WebSockets. */
final class ConnectionReader {
    private final Reading reading;
    private final KeyFiles files;

    ConnectionReader(Reading reading, Path workingDirectory) {
        this.reading = reading;
        this.files = new KeyFiles(workingDirectory);
    }

    Timeouts timeouts(Section section) {
        Timeouts defaults = Timeouts.DEFAULT;
        Duration call = section.parsed("call", Values::limit).orElse(defaults.call());
        // no default contradicts a shorter call
        Duration longest = call.compareTo(defaults.connect()) < 0 ? call : defaults.connect();
        Timeouts timeouts = new Timeouts(
                section.parsed("connect", Values::limit).orElse(longest),
                section.parsed("silence", Values::limit).orElse(defaults.silence()),
                call);
        section.finish();
        return timeouts;
    }

    SocketSettings socket(Section service) {
        return SocketReader.read(service, reading);
    }

    @Nullable
    ProxySettings proxy(Section service) {
        Section section = service.section("proxy");
        Optional<Setting> url = section.text("url");
        Optional<Setting> username = section.text("username");
        Optional<Secret> password = secret(section, "password");
        section.finish();
        if (reading.setWithin(service.pathOf("proxy")).isEmpty()) {
            return null;
        }
        if (url.isEmpty()) {
            section.requiredText("url");
        }
        needs(section, "username", "password");
        needs(section, "password", "username");
        return url.flatMap(setting -> section.parsed(setting, Values::proxyUrl)
                        .map(address -> new ProxySettings(
                                address,
                                username.map(Setting::value).orElse(null),
                                password.orElse(null),
                                setting.origin())))
                .orElse(null);
    }

    @Nullable
    TlsSettings tls(Section service) {
        Section section = service.section("tls");
        Optional<Setting> trust = section.text("trust");
        Optional<Secret> trustPassword = secret(section, "trust-password");
        Optional<Setting> certificate = section.text("certificate");
        Optional<Secret> certificatePassword = secret(section, "certificate-password");
        List<String> pins = DistinctTexts.read(section, "pins", PeerValues::pin);
        section.finish();
        if (reading.setWithin(service.pathOf("tls")).isEmpty()) {
            return null;
        }
        needs(section, "trust-password", "trust");
        needs(section, "certificate", "certificate-password");
        needs(section, "certificate-password", "certificate");
        // a file whose password is a problem of its own is not tried without it
        boolean ready = trustPassword.isPresent() || !reading.isSet(section.pathOf("trust-password"));
        Optional<KeyStore> trusted = trust.filter(setting -> ready)
                .flatMap(setting -> section.parsed(setting, file -> files.trust(file, trustPassword.orElse(null))));
        Optional<KeyStore> identity = certificatePassword.flatMap(password ->
                certificate.flatMap(setting -> section.parsed(setting, file -> files.identity(file, password))));
        return new TlsSettings(
                trusted.orElse(null),
                trustPassword.orElse(null),
                identity.orElse(null),
                certificatePassword.orElse(null),
                pins,
                section.origin());
    }

    /** Empty where there is none, and where a variable of it is not set. */
    private Optional<Secret> secret(Section section, String key) {
        return section.text(key)
                .filter(setting -> !reading.isUnresolved(setting))
                .map(section::secret);
    }

    private void needs(Section section, String key, String other) {
        if (reading.isSet(section.pathOf(key)) && !reading.isSet(section.pathOf(other))) {
            reading.problem(
                    reading.originOf(section.pathOf(key)),
                    section.pathOf(key) + " is set, but '" + other + "' beside it is not",
                    "Add '" + other + "', or remove '" + key + "'.");
        }
    }
}
