package dev.goldenpath.http;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.environment.Origin;
import dev.goldenpath.environment.ServiceEndpoint;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** One test's clients of a service, and all evidence they record. */
final class Scene implements AutoCloseable {
    static final String TOKEN = "the-token-of-alice";

    final Redaction redaction = new Redaction();
    final List<RecordedEvidence> recorded = new CopyOnWriteArrayList<>();
    final Ledger ledger = new Ledger(RunClock.start(Clock.systemUTC()), List.of(recorded::add));
    final Recording recording = ledger.ofTest("class/test", 1);
    private final HttpClientProvider provider = new HttpClientProvider();
    private final URI url;

    Scene(URI url) {
        this.url = url;
        redaction.addValue(TOKEN);
        recording.enter(Phase.TEST);
    }

    ServiceClient client() {
        return recordingTo(() -> recording);
    }

    ClientContext context() {
        return ClientContext.ofTest(service(), null, () -> recording, redaction);
    }

    ServiceClient asAlice() {
        return provider.create(ClientContext.ofTest(service(), new Alice(), () -> recording, redaction));
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

    /** {@code text} with this scene's ports and all times taken out. */
    String normalised(String text) {
        return text.replace(":" + url.getPort(), ":PORT").replaceAll("\\d+\\.\\d ms", "N ms");
    }

    @Override
    public void close() {
        provider.close();
    }

    private ServiceEndpoint service() {
        return new ServiceEndpoint(
                "backend", url, new Origin("goldenpath.yaml:7"), null, null, null, null, null, null, null, Map.of());
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
