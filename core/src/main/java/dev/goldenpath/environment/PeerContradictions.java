package dev.goldenpath.environment;

import java.net.URI;
import java.util.List;

/** Finds addresses that can't be where the environment says its services are. */
final class PeerContradictions {
    private final Environment environment;
    private final Reading reading;
    private final List<ConfigurationProblem> found;

    /** Adds what it finds to {@code found}. */
    PeerContradictions(Environment environment, Reading reading, List<ConfigurationProblem> found) {
        this.environment = environment;
        this.reading = reading;
        this.found = found;
    }

    void checkPolicy() {
        PeerPolicy peers = environment.peers();
        String path = "environments." + environment.name();
        if (peers.refusePrivate() && !peers.remote()) {
            add(
                    path + ".refuse-private",
                    path + " is 'refuse-private: true', but not 'remote: true'",
                    "Set 'remote: true', or remove 'refuse-private'.");
        }
    }

    void check(ServiceEndpoint service, String path) {
        URI url = service.url();
        ServiceAddress address = service.address();
        if (url != null) {
            checkHost(service, path + ".url", url.getHost(), url.toString());
        }
        if (address != null) {
            checkHost(service, path + ".address", address.host(), address.toString());
        }
        boolean addressed = reading.isSet(path + ".url") || reading.isSet(path + ".address");
        if (service.tunnel() && !addressed) {
            add(
                    path + ".tunnel",
                    path + " is 'tunnel: true', but has neither 'url' nor 'address'",
                    "Say where the tunnel begins, or remove 'tunnel'.");
        }
    }

    private void checkHost(ServiceEndpoint service, String path, String host, String value) {
        PeerAddress known = PeerAddress.ofHost(host).orElse(PeerAddress.PUBLIC);
        PeerPolicy peers = environment.peers();
        if (service.tunnel() || !peers.remote()) {
            return;
        }
        String shown = path + " is " + reading.writtenWithVariables(path).orElse(value);
        if (known.isNear()) {
            add(
                    path,
                    shown + " although the environment is 'remote: true'",
                    "Use the service's own address, or set 'tunnel: true' or 'remote: false'.");
        } else if (known == PeerAddress.PRIVATE && peers.refusePrivate()) {
            add(
                    path,
                    shown + " although the environment is 'refuse-private: true'",
                    "Use the service's public address, set 'tunnel: true', or remove 'refuse-private'.");
        }
    }

    private void add(String path, String what, String remedy) {
        found.add(new ConfigurationProblem(reading.originOf(path), what, remedy));
    }
}
