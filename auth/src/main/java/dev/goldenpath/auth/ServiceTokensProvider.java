package dev.goldenpath.auth;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.client.ClientProvider;
import dev.goldenpath.client.Clients;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@link ServiceTokens} that share, for each service, the keys it publishes. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ServiceTokensProvider implements ClientProvider<ServiceTokens> {
    private final Clock clock;
    private final Map<String, TokenService> services = new ConcurrentHashMap<>();
    private volatile @Nullable Clients clients;

    /** A provider that knows no service yet. */
    public ServiceTokensProvider() {
        this(Clock.systemUTC());
    }

    ServiceTokensProvider(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Class<ServiceTokens> type() {
        return ServiceTokens.class;
    }

    @Override
    public void join(Clients joined) {
        clients = joined;
    }

    @Override
    public ServiceTokens create(ClientContext context) {
        Clients joined = Objects.requireNonNull(clients, "join comes before create");
        TokenService service = services.computeIfAbsent(
                context.service().name(), name -> new TokenService(context.service(), joined, clock));
        return new ServiceTokens(context, service);
    }

    /** Does nothing: what is known of a service holds nothing that needs to be released. */
    @Override
    public void close() {}
}
