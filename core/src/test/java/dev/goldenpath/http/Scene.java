package dev.goldenpath.http;

import dev.goldenpath.client.CallWatch;
import dev.goldenpath.client.ClientContext;
import dev.goldenpath.client.MarkerSearch;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.environment.EventSettings;
import dev.goldenpath.environment.Origin;
import dev.goldenpath.environment.ProbeSettings;
import dev.goldenpath.environment.ProxySettings;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.SocketSettings;
import dev.goldenpath.environment.Timeouts;
import dev.goldenpath.environment.TlsSettings;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** One test's clients of a service, and all evidence they record. */
final class Scene implements AutoCloseable {
    static final String TOKEN = "the-token-of-alice";

    final Redaction redaction = new Redaction();
    final List<RecordedEvidence> recorded = new CopyOnWriteArrayList<>();
    final Ledger ledger = new Ledger(RunClock.start(Clock.systemUTC()), List.of(recorded::add));
    final Recording recording = ledger.ofTest("class/test", 1);
    private HttpClientProvider provider = new HttpClientProvider();
    private final URI url;
    private Timeouts timeouts = Timeouts.DEFAULT;
    private ProxySettings proxy;
    private TlsSettings tls;

    Scene(URI url) {
        this.url = url;
        redaction.addValue(TOKEN);
        recording.enter(Phase.TEST);
    }

    Scene with(Timeouts limits) {
        timeouts = limits;
        return this;
    }

    Scene with(ProxySettings settings) {
        proxy = settings;
        return this;
    }

    Scene with(TlsSettings settings) {
        tls = settings;
        return this;
    }

    /** With at most this many connections at once. */
    Scene withConnections(int most) {
        provider.close();
        provider = new HttpClientProvider(new HttpEngine(most));
        return this;
    }

    ServiceClient client() {
        return recordingTo(() -> recording);
    }

    ClientContext context() {
        return ClientContext.ofTest(service(), null, () -> recording, redaction);
    }

    ServiceClient searchedBy(MarkerSearch search) {
        return provider.create(context().searchedBy(search));
    }

    ServiceClient asAlice() {
        return provider.create(ClientContext.ofTest(service(), new Alice(), () -> recording, redaction));
    }

    /** As alice, or anonymously, with her calls told to {@code watch}. */
    ServiceClient watchedBy(CallWatch watch, boolean asAlice) {
        return provider.create(ClientContext.ofTest(service(), asAlice ? new Alice() : null, () -> recording, redaction)
                .watchedBy(watch));
    }

    /** As a user whom these headers make known. */
    ServiceClient asCarol(Map<String, String> headers) {
        return asCarol(headers, Map.of());
    }

    /** As a user whom these headers and query parameters make known. */
    ServiceClient asCarol(Map<String, String> headers, Map<String, String> parameters) {
        return as(new Carol(headers, parameters));
    }

    ServiceClient as(RequestAuthorizer user) {
        return provider.create(ClientContext.ofTest(service(), user, () -> recording, redaction));
    }

    ServiceClient recordingTo(Supplier<Recording> current) {
        return provider.create(ClientContext.ofTest(service(), null, current, redaction));
    }

    ServiceClient ofLibrary(String purpose) {
        return provider.create(ClientContext.ofLibrary(service(), purpose, () -> recording, redaction));
    }

    /** The only exchange recorded so far. */
    HttpExchange exchange() {
        if (recorded.size() != 1) {
            throw new AssertionError("expected one exchange, but there are " + recorded);
        }
        return (HttpExchange) recorded.get(0).evidence();
    }

    /** All exchanges recorded so far, in the order of their ends. */
    List<HttpExchange> exchanges() {
        return recorded.stream().map(each -> (HttpExchange) each.evidence()).toList();
    }

    /** {@code text} with this scene's ports, ids and all times taken out. */
    String normalised(String text) {
        return text.replace(":" + url.getPort(), ":PORT")
                .replaceAll("\\d+\\.\\d ms", "N ms")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "REQUEST-ID")
                .replace(recording.trace(), "TRACE-ID");
    }

    @Override
    public void close() {
        provider.close();
    }

    private ServiceEndpoint service() {
        return new ServiceEndpoint(
                "backend",
                url,
                new Origin("goldenpath.yaml:7"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                EventSettings.NONE,
                SocketSettings.DEFAULT,
                Map.of(),
                timeouts,
                proxy,
                tls,
                false,
                null,
                ProbeSettings.NONE);
    }

    private record Carol(Map<String, String> headers, Map<String, String> parameters) implements RequestAuthorizer {
        @Override
        public String user() {
            return "carol";
        }

        @Override
        public Set<String> ownHeaders() {
            return headers.keySet();
        }

        @Override
        public Map<String, String> parameters() {
            return parameters;
        }

        @Override
        public Set<String> ownParameters() {
            return parameters.keySet();
        }

        @Override
        public Optional<String> token() {
            return Optional.empty();
        }
    }

    private static final class Alice implements RequestAuthorizer {
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
}
