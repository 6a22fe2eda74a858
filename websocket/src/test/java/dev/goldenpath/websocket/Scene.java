package dev.goldenpath.websocket;

import dev.goldenpath.client.CallWatch;
import dev.goldenpath.client.ClientContext;
import dev.goldenpath.client.MarkerSearch;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.environment.BypassNames;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.EventSettings;
import dev.goldenpath.environment.PeerPolicy;
import dev.goldenpath.environment.PeerRules;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.SocketSettings;
import dev.goldenpath.environment.Timeouts;
import dev.goldenpath.environment.TlsSettings;
import dev.goldenpath.evidence.Evidence;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.http.HttpClientProvider;
import dev.goldenpath.http.ServiceClient;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;

/** One test's clients, and all evidence they record. */
final class Scene implements AutoCloseable {
    static final String TOKEN = "the-token-of-alice";
    private static final EventSettings TYPED = EventSettings.ofType("/type");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    final Redaction redaction = new Redaction();
    final List<RecordedEvidence> recorded = new CopyOnWriteArrayList<>();
    final Ledger ledger = new Ledger(RunClock.start(Clock.systemUTC()), List.of(recorded::add));
    final Recording recording = ledger.ofTest("class/test", 1);
    private final TyrusClientProvider provider = new TyrusClientProvider();
    private final HttpClientProvider http = new HttpClientProvider();
    private final URI url;
    private final SocketSettings settings;
    private final TlsSettings tls;
    private final Timeouts timeouts;

    /** With the limits of a service that declares none. */
    Scene(URI url) {
        this(url, SocketSettings.DEFAULT);
    }

    Scene(URI url, SocketSettings settings) {
        this(url, settings, null);
    }

    Scene(URI url, SocketSettings settings, TlsSettings tls) {
        this(url, settings, tls, Timeouts.DEFAULT);
    }

    Scene(URI url, SocketSettings settings, TlsSettings tls, Timeouts timeouts) {
        this.timeouts = timeouts;
        this.url = url;
        this.settings = settings;
        this.tls = tls;
        redaction.addValue(TOKEN);
        recording.enter(Phase.TEST);
    }

    ServiceSocket socket() {
        return provider.create(context(TYPED, null, () -> recording));
    }

    /** What a session at this path would be opened with. */
    SocketCall callOf(String path) {
        return socket().connecting(path).call();
    }

    ServiceSocket socketAsAlice() {
        return provider.create(context(TYPED, new Alice(), () -> recording));
    }

    ServiceSocket socketAsAliceWatchedBy(CallWatch watch) {
        return provider.create(context(TYPED, new Alice(), () -> recording).watchedBy(watch));
    }

    ServiceSocket socketLookedThroughFor(BypassNames bypasses) {
        return provider.create(context(TYPED, null, () -> recording).lookedThroughFor(bypasses));
    }

    /** As a user whose token is another each time. */
    ServiceSocket socketAs(Supplier<String> token) {
        return provider.create(context(TYPED, new Renewed(token), () -> recording));
    }

    /** As a user who is known by a header and a query parameter, and has no token. */
    ServiceSocket socketWithoutToken() {
        return provider.create(context(TYPED, new Keyed(), () -> recording));
    }

    ServiceSocket socketRecordingTo(Supplier<Recording> current) {
        return provider.create(context(TYPED, null, current));
    }

    ServiceSocket socketSearchedBy(MarkerSearch search) {
        return provider.create(context(TYPED, null, () -> recording).searchedBy(search));
    }

    ServiceSocket socketJudgedBy(PeerPolicy peers) {
        ClientContext context = context(TYPED, null, () -> recording);
        Environment environment = Environment.of("staging", peers, Map.of("backend", context.service()), Map.of());
        return provider.create(context.judgedBy(new PeerRules(environment)));
    }

    ServiceSocket socketReading(EventSettings events) {
        return provider.create(context(events, null, () -> recording));
    }

    ServiceSocket socketReading(EventSettings events, Supplier<Recording> current) {
        return provider.create(context(events, null, current));
    }

    ServiceSocket socketAsAliceReading(EventSettings events) {
        return provider.create(context(events, new Alice(), () -> recording).knownAs(() -> Set.of("alice", "u-1")));
    }

    ServiceSocket socketWithoutEventType() {
        return provider.create(context(EventSettings.NONE, null, () -> recording));
    }

    /** Of the same service and the same record. */
    ServiceClient http() {
        return http.create(context(TYPED, null, () -> recording));
    }

    <E extends Evidence> List<E> evidence(Class<E> kind) {
        return recorded.stream()
                .map(RecordedEvidence::evidence)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Waits for the first evidence of this kind. */
    <E extends Evidence> E awaited(Class<E> kind) {
        await(() -> !evidence(kind).isEmpty());
        return evidence(kind).get(0);
    }

    static void await(BooleanSupplier condition) {
        await(condition, LIMIT.toSeconds());
    }

    static void await(BooleanSupplier condition, long seconds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!condition.getAsBoolean()) {
            Assertions.assertThat(System.nanoTime() - deadline)
                    .as("waited too long")
                    .isNegative();
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }

    @Override
    public void close() {
        provider.close();
        http.close();
    }

    private ClientContext context(EventSettings events, RequestAuthorizer user, Supplier<Recording> current) {
        ServiceEndpoint service = Endpoints.of(url, events, settings, tls, timeouts);
        return ClientContext.ofTest(service, user, current, redaction);
    }

    static final class Alice implements RequestAuthorizer {
        @Override
        public String user() {
            return "alice";
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("Authorization", "Bearer " + TOKEN);
        }

        @Override
        public Optional<String> token() {
            return Optional.of(TOKEN);
        }
    }

    private static final class Keyed implements RequestAuthorizer {
        @Override
        public String user() {
            return "carol";
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("X-API-Key", "a-key");
        }

        @Override
        public Set<String> ownHeaders() {
            return Set.of("X-API-Key");
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of("partner", "7");
        }

        @Override
        public Set<String> ownParameters() {
            return Set.of("partner");
        }

        @Override
        public Optional<String> token() {
            return Optional.empty();
        }
    }

    private record Renewed(Supplier<String> next) implements RequestAuthorizer {
        @Override
        public String user() {
            return "alice";
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("Authorization", "Bearer " + next.get());
        }

        @Override
        public Optional<String> token() {
            return Optional.of(next.get());
        }
    }
}
