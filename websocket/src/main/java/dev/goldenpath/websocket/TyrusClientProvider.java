package dev.goldenpath.websocket;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.client.ClientProvider;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.ServiceEndpoint;
import java.util.List;

/**
 * Makes {@link ServiceSocket}s that share their threads. Closing it closes every session. Thread-safe.
 *
 * @since 0.1.0
 */
public final class TyrusClientProvider implements ClientProvider<ServiceSocket> {
    private final OpenSessions sessions = new OpenSessions(null);
    private final TyrusEngine engine = new TyrusEngine();

    /** A provider without clients. */
    public TyrusClientProvider() {}

    @Override
    public Class<ServiceSocket> type() {
        return ServiceSocket.class;
    }

    @Override
    public ServiceSocket create(ClientContext context) {
        refuseProxy(context.service());
        return new ServiceSocket(engine, context, sessions);
    }

    private static void refuseProxy(ServiceEndpoint service) {
        if (service.proxy() != null) {
            throw new ConfigurationException(
                    "Service '" + service.name() + "' (" + service.origin() + ") has 'proxy', which only a "
                            + "ServiceClient keeps to: a ServiceSocket would connect without it. Declare the "
                            + "WebSocket's address as a service of its own, without 'proxy'.",
                    List.of());
        }
    }

    @Override
    public void close() {
        sessions.close();
        engine.close();
    }
}
