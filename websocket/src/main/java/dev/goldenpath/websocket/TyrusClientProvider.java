package dev.goldenpath.websocket;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.client.ClientProvider;
import java.time.Duration;

/**
 * Makes {@link ServiceSocket}s that share their threads. Closing it closes every session. Thread-safe.
 *
 * @since 0.1.0
 */
public final class TyrusClientProvider implements ClientProvider<ServiceSocket> {
    private final OpenSessions sessions = new OpenSessions(null);
    private final TyrusEngine engine;

    /** A provider without clients. */
    public TyrusClientProvider() {
        this(Duration.ofSeconds(10));
    }

    TyrusClientProvider(Duration answerLimit) {
        engine = new TyrusEngine(answerLimit);
    }

    @Override
    public Class<ServiceSocket> type() {
        return ServiceSocket.class;
    }

    @Override
    public ServiceSocket create(ClientContext context) {
        return new ServiceSocket(engine, context, sessions);
    }

    @Override
    public void close() {
        sessions.close();
        engine.close();
    }
}
