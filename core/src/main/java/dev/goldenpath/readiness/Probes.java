package dev.goldenpath.readiness;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The kinds of probe on the class path. */
final class Probes {
    private final Map<String, ProbeProvider> byKind = new TreeMap<>();

    Probes() {
        for (ProbeProvider own : List.of(new TcpProbe(), new DnsProbe(), new TlsProbe())) {
            byKind.put(own.kind(), own);
        }
        ServiceLoader.load(ProbeProvider.class, Probes.class.getClassLoader())
                .forEach(provider -> byKind.put(provider.kind(), provider));
    }

    /**
     * The further checks of a service, by kind; where it has an address for other clients, that too is connected to.
     *
     * @throws ConfigurationException when nothing on the class path makes one, or its text can't be used
     */
    Map<String, ServiceCheck> of(ServiceEndpoint service, Clients clients) {
        Map<String, ServiceCheck> checks = new LinkedHashMap<>();
        service.probes().more().forEach((kind, asked) -> checks.put(kind, check(asked, kind, service, clients)));
        if (service.address() != null) {
            checks.putIfAbsent(
                    "tcp",
                    new TcpProbe()
                            .check(new ProbeTarget(service, service.address().toString(), clients)));
        }
        return checks;
    }

    private ServiceCheck check(Setting asked, String kind, ServiceEndpoint service, Clients clients) {
        @Nullable ProbeProvider provider = byKind.get(kind);
        if (provider == null) {
            throw refused(
                    asked,
                    "nothing on the class path makes a probe of kind '" + kind + "'. There are: "
                            + String.join(", ", byKind.keySet()) + ".");
        }
        try {
            return provider.check(new ProbeTarget(service, asked.value(), clients));
        } catch (IllegalArgumentException e) {
            throw refused(asked, "'" + clients.redaction().text(asked.value()) + "' " + e.getMessage() + ".");
        }
    }

    private static ConfigurationException refused(Setting asked, String what) {
        return new ConfigurationException(asked.key() + " (" + asked.origin() + "): " + what, List.of());
    }
}
