package dev.goldenpath.readiness;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.Project;
import dev.goldenpath.evidence.Evidence;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.http.ServerProcess;
import dev.goldenpath.launch.Supervisors;
import dev.goldenpath.witness.Witness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** The gates of one test, and all that they record; register it in a field that is not static. */
final class Gates implements BeforeEachCallback, AfterEachCallback {
    static final String SECRET = "s3cret";

    private final ServerProcess server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<RecordedEvidence> recorded = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private Path folder;
    private Witness witness;

    Gates(ServerProcess server) {
        this.server = server;
    }

    private record Shared(Witness witness) implements CloseableResource, AutoCloseable {
        @Override
        public void close() {
            witness.close();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("goldenpath-gates");
        witness = context.getRoot()
                .getStore(Namespace.create(Gates.class))
                .getOrComputeIfAbsent(Shared.class, key -> new Shared(Witness.start()), Shared.class)
                .witness();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        Supervisors.end(launchFolder());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    Path folder() {
        return folder;
    }

    private Path launchFolder() {
        return folder.resolve("launch");
    }

    /** From now on, the gates of this test find that another JVM has waited for 90 s already. */
    Gates afterAnotherJvmHasWaited() {
        // The first call of a JVM loads a thousand classes, which a busy machine takes long for.
        looks("services: { first: { url: 'URL' } }");
        new SharedStart(launchFolder(), "local", "", Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-90))).touch();
        return this;
    }

    /** Clients of the environment {@code local}, whose keys these are; {@code URL} is the server's. */
    Clients clients(String keys) {
        String yaml = "environments:\n  local:\n"
                + keys.replace("URL", server.url().toString()).indent(4);
        Redaction redaction = new Redaction();
        redaction.addValue(SECRET);
        Clients clients = new Clients(
                new Project(folder).yaml(yaml).load(),
                redaction,
                new Ledger(RunClock.start(Clock.systemUTC()), List.of(recorded::add)).ofRun(Phase.PROBE));
        open.add(clients);
        return clients;
    }

    /** A gate of this environment, which stands in the same folder as all others of this test. */
    ReadinessGate gate(String keys) {
        Clients clients = clients(keys);
        ReadinessGate gate =
                new ReadinessGate(clients.environment(), clients, launchFolder(), witness, Duration.ofMillis(200));
        open.add(0, gate);
        return gate;
    }

    /** What one look at each service sees, by service and kind. */
    Map<String, Map<String, Sight>> looks(String keys) {
        Clients clients = clients(keys);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Map<String, Map<String, Sight>> looks = new LinkedHashMap<>();
            ServiceWatch.all(clients.environment(), clients)
                    .forEach(watch -> watch.look(threads)
                            .forEach((service, sights) -> looks.computeIfAbsent(service, name -> new LinkedHashMap<>())
                                    .putAll(sights)));
            return looks;
        } finally {
            threads.shutdown();
        }
    }

    /** What one look at the service {@code backend}, with these keys, sees of this kind. */
    Sight look(String kind, String keysOfBackend) {
        return looks("services: { backend: { " + keysOfBackend + " } }")
                .get("backend")
                .get(kind);
    }

    /** From now on, {@code GET /kept/<key>} is answered as this query asks for. */
    void keep(String key, String query) {
        call("PUT", "/kept/" + key + "?" + query);
    }

    /** How often the server was asked for this path. */
    int hits(String path) {
        return Integer.parseInt(call("GET", "/hits?path=" + path));
    }

    private String call(String method, String path) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create(server.url() + path))
                                    .method(method, BodyPublishers.noBody())
                                    .timeout(Duration.ofSeconds(60))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** The message of what blocks a test with these needs, without what differs from run to run. */
    static String message(ReadinessGate gate, String... needs) {
        return normalised(outage(gate, needs).getMessage());
    }

    static EnvironmentNotReadyException outage(ReadinessGate gate, String... needs) {
        return catchThrowableOfType(EnvironmentNotReadyException.class, () -> gate.require(List.of(needs)));
    }

    static String normalised(String message) {
        return message.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT")
                .replaceAll("\\d+\\.\\d s, \\d+ probes?", "N s, N probes")
                .replaceAll("\\(probe \\d+\\)", "(probe N)");
    }

    List<RecordedEvidence> recorded() {
        return recorded;
    }

    <E extends Evidence> List<E> evidence(Class<E> kind) {
        return recorded.stream()
                .map(RecordedEvidence::evidence)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** All probes of a service, in the order they were recorded. */
    List<Probe> probes(String service) {
        return evidence(Probe.class).stream()
                .filter(probe -> probe.service().equals(service))
                .toList();
    }

    /** Whether tests that need these may run now. */
    static boolean isOpen(ReadinessGate gate, String... needs) {
        try {
            gate.require(List.of(needs));
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
