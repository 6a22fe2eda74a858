package dev.goldenpath.witness;

import dev.goldenpath.environment.Environment;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Which declared service has which address. Thread-safe. */
final class DeclaredAddresses {
    private final Map<Peer, String> services = new ConcurrentHashMap<>();

    /** Looks up all of the environment's names; may take as long as the slowest name server. */
    void add(Environment environment) {
        environment.services().forEach((name, service) -> {
            URI url = service.url();
            if (url != null && url.getHost() != null) {
                add(name, url.getHost(), port(url));
            }
            if (service.address() != null) {
                add(name, service.address().host(), service.address().port());
            }
        });
    }

    private void add(String service, String host, int port) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                services.putIfAbsent(new Peer(address.getHostAddress(), port), service);
            }
        } catch (UnknownHostException e) {
            // Then no traffic goes there under this name, and readiness says so better.
            return;
        }
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "https".equals(url.getScheme()) || "wss".equals(url.getScheme()) ? 443 : 80;
    }

    /** {@code null} where no service is declared. */
    @Nullable
    String serviceAt(Peer peer) {
        return services.get(peer);
    }
}
