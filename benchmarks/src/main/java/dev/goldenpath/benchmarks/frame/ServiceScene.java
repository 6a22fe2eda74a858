package dev.goldenpath.benchmarks.frame;

import dev.goldenpath.client.ClientContext;
import dev.goldenpath.client.MarkerSearch;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.environment.EnvironmentLoader;
import dev.goldenpath.environment.PayloadMarkers;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.evidence.EvidenceSink;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.http.HttpClientProvider;
import dev.goldenpath.http.ServiceClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One service and one test that calls it, put together as in a real run but without JUnit. */
public final class ServiceScene implements AutoCloseable {
    private final RunClock clock = RunClock.start(Clock.systemUTC());
    private final Redaction redaction = new Redaction();
    private final HttpClientProvider provider = new HttpClientProvider();
    private final Recording recording;
    private final Path folder;

    /**
     * A test that has called nothing yet.
     *
     * @param folder where its configuration may be written
     */
    public ServiceScene(Path folder, EvidenceSink sink) {
        this.folder = folder;
        recording =
                new Ledger(clock, List.of(sink)).ofTest("[engine:junit-jupiter]/[class:a.Test]/[method:calls()]", 1);
        recording.enter(Phase.TEST);
    }

    /**
     * An anonymous client of the service at {@code url}.
     *
     * @param name of the service; settings belong to a name
     * @param keys further keys of the service, each as {@code name: value}
     */
    public ServiceClient anonymous(String name, URI url, List<String> keys) throws IOException {
        return provider.create(ClientContext.ofTest(service(name, url, keys), null, () -> recording, redaction)
                .searchedBy(new MarkerSearch(PayloadMarkers.DEFAULT)));
    }

    /** A client of a user with this bearer token, which is a secret as in a real run. */
    public ServiceClient withToken(String name, URI url, String token) throws IOException {
        return provider.create(context(name, url, List.of(), token));
    }

    /** What a client of a user with this bearer token is a client of; the token is a secret as in a real run. */
    public ClientContext context(String name, URI url, List<String> keys, String token) throws IOException {
        redaction.addValue(token);
        RequestAuthorizer user = new Bearer(token);
        return ClientContext.ofTest(service(name, url, keys), user, () -> recording, redaction)
                .searchedBy(new MarkerSearch(PayloadMarkers.DEFAULT));
    }

    private ServiceEndpoint service(String name, URI url, List<String> keys) throws IOException {
        StringBuilder yaml =
                new StringBuilder("environments: { benchmark: { services: { ").append(name + ": { url: '" + url + "'");
        keys.forEach(key -> yaml.append(", ").append(key));
        Files.writeString(folder.resolve("goldenpath.yaml"), yaml.append(" } } } }\n"));
        return new EnvironmentLoader(Map.of(), Map.of(), folder).load(null).service(name);
    }

    /** Where its evidence goes. */
    public Recording recording() {
        return recording;
    }

    /** The clock of its run. */
    public RunClock clock() {
        return clock;
    }

    /** The secrets of its run. */
    public Redaction redaction() {
        return redaction;
    }

    @Override
    public void close() {
        provider.close();
    }

    private record Bearer(String bare) implements RequestAuthorizer {
        @Override
        public String user() {
            return "alice";
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("Authorization", "Bearer " + bare);
        }

        @Override
        public Optional<String> token() {
            return Optional.of(bare);
        }
    }
}
