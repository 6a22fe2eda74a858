package dev.goldenpath.http;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.client.ClientProvider;

/**
 * Makes {@link ServiceClient}s that share one pool of connections. Thread-safe.
 *
 * @since 0.1.0
 */
public final class HttpClientProvider implements ClientProvider<ServiceClient> {
    private final HttpEngine engine;

    /** A provider with a pool of its own. */
    public HttpClientProvider() {
        this(new HttpEngine());
    }

    HttpClientProvider(HttpEngine engine) {
        this.engine = engine;
    }

    @Override
    public Class<ServiceClient> type() {
        return ServiceClient.class;
    }

    @Override
    public ServiceClient create(ClientContext context) {
        return new ServiceClient(engine, context);
    }

    @Override
    public void close() {
        engine.close();
    }
}
