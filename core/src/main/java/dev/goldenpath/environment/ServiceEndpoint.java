package dev.goldenpath.environment;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One declared service.
 *
 * @param name as declared
 * @param url base address without a trailing slash, absent for a service that only another one can see
 * @param origin where the address came from, or the declaration where there is no address
 * @param liveness path of the shallow health check, absent where there is none
 * @param health path of the deep health check, absent where there is none
 * @param revision where the service says which revision it runs
 * @param identity where the service says who the caller is
 * @param reportedBy the service and the place in its health document that speak for this one
 * @param login how users log in here, absent where they do not
 * @param tokens what is known of the tokens it issues, absent where nothing is said of them
 * @param events how its WebSocket messages are read
 * @param socket how WebSockets of it are opened and kept
 * @param dependsOn other services by name
 * @param timeouts how long a call may take
 * @param proxy through which it is called, absent where it is called directly
 * @param tls what TLS with it needs besides what the JVM has, absent where nothing
 * @param tunnel whether it is reached through a tunnel, so that its peer may be on this machine wherever it is itself
 * @param address where clients other than ours reach it, absent where they use the url or do not exist
 * @param probes how it is probed, besides the paths above
 * @since 0.1.0
 */
public record ServiceEndpoint(
        String name,
        @Nullable URI url,
        Origin origin,
        @Nullable String liveness,
        @Nullable String health,
        @Nullable PointerReference revision,
        @Nullable PointerReference identity,
        @Nullable PointerReference reportedBy,
        @Nullable LoginEndpoint login,
        @Nullable TokenSettings tokens,
        EventSettings events,
        SocketSettings socket,
        Map<String, Need> dependsOn,
        Timeouts timeouts,
        @Nullable ProxySettings proxy,
        @Nullable TlsSettings tls,
        boolean tunnel,
        @Nullable ServiceAddress address,
        ProbeSettings probes) {

    /** Copies the dependencies. */
    public ServiceEndpoint {
        dependsOn = Map.copyOf(dependsOn);
    }

    /** Whether it is declared to be there, for our clients or for others. */
    boolean isAt(Authority authority) {
        return (url != null && Authority.of(url).equals(authority))
                || (address != null && Authority.of(address).equals(authority));
    }

    /**
     * The base address.
     *
     * @throws IllegalStateException when the service has none, because only another service can see it
     */
    public URI requiredUrl() {
        if (url == null) {
            throw new IllegalStateException("Service '" + name + "' has no url (" + origin
                    + "), so it can't be called. " + "Give it one, or call the service that reports it.");
        }
        return url;
    }
}
