package dev.goldenpath.auth;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.client.Clients;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.client.UserSession;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.EventSettings;
import dev.goldenpath.environment.Origin;
import dev.goldenpath.environment.PeerPolicy;
import dev.goldenpath.environment.ProbeSettings;
import dev.goldenpath.environment.Secret;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.SigningSettings;
import dev.goldenpath.environment.SocketSettings;
import dev.goldenpath.environment.Timeouts;
import dev.goldenpath.environment.TokenSettings;
import dev.goldenpath.environment.UserAccount;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** One environment with the service {@code auth}, what is known of its tokens, and all evidence recorded in it. */
final class KeyScene implements AutoCloseable {
    static final Origin ORIGIN = new Origin("goldenpath.yaml:4");
    static final String DISCOVERY = "/.well-known/openid-configuration";
    static final TokenSettings DISCOVERED = tokens(DISCOVERY, null, null);
    static final TokenSettings KEYS = tokens(null, "/keys", null);

    private final Queue<RecordedEvidence> recorded = new ConcurrentLinkedQueue<>();
    private final Ledger ledger = new Ledger(RunClock.start(Clock.systemUTC()), List.of(recorded::add));
    private final Recording test = ledger.ofTest("the test", 1);
    private final Clients clients;

    KeyScene(URI url, @Nullable TokenSettings tokens, Map<String, UserAccount> users, ServiceEndpoint... others) {
        Map<String, ServiceEndpoint> services = new LinkedHashMap<>();
        services.put("auth", service("auth", url, tokens));
        for (ServiceEndpoint other : others) {
            services.put(other.name(), other);
        }
        Environment environment = Environment.of("local", PeerPolicy.DEFAULT, services, users);
        clients = new Clients(environment, new Redaction(), ledger.ofRun(Phase.PROBE));
    }

    KeyScene(URI url, @Nullable TokenSettings tokens, ServiceEndpoint... others) {
        this(url, tokens, Map.of(), others);
    }

    static TokenSettings tokens(@Nullable String discovery, @Nullable String keys, @Nullable SigningSettings signing) {
        return new TokenSettings(discovery, keys, null, List.of(), List.of(), signing, new Origin("goldenpath.yaml:6"));
    }

    static SigningSettings signing(String key, @Nullable String algorithm, @Nullable String keyId) {
        return new SigningSettings(new Secret(key, new Origin("environment variable SIGNING_KEY")), algorithm, keyId);
    }

    static ServiceEndpoint service(String name, URI url, @Nullable TokenSettings tokens) {
        return new ServiceEndpoint(
                name,
                url,
                ORIGIN,
                null,
                null,
                null,
                null,
                null,
                null,
                tokens,
                EventSettings.NONE,
                SocketSettings.DEFAULT,
                Map.of(),
                Timeouts.DEFAULT,
                null,
                null,
                false,
                null,
                ProbeSettings.NONE);
    }

    ServiceEndpoint auth() {
        return clients.environment().service("auth");
    }

    Clients clients() {
        return clients;
    }

    /** The tokens of the service, by this clock and for this user. */
    ServiceTokens tokens(Clock clock, @Nullable RequestAuthorizer user) {
        ServiceTokensProvider provider = new ServiceTokensProvider(clock);
        provider.join(clients);
        return provider.create(ClientContext.ofTest(auth(), user, () -> test, clients.redaction()));
    }

    /** The tokens of the service, by this machine's clock and for nobody. */
    ServiceTokens tokens() {
        return tokens(Clock.systemUTC(), null);
    }

    /** The tokens of the service, as the provider on the class path makes them for a declared user. */
    ServiceTokens tokensOf(String user) {
        return (ServiceTokens) clients.create(ServiceTokens.class, auth(), user, () -> test, new UserSession());
    }

    List<RecordedEvidence> recorded() {
        return List.copyOf(recorded);
    }

    @Override
    public void close() {
        clients.close();
    }
}
