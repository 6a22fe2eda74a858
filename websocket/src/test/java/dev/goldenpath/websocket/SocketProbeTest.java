package dev.goldenpath.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.EnvironmentLoader;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.Evidence;
import dev.goldenpath.evidence.EvidenceSink;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.evidence.WsClose;
import dev.goldenpath.evidence.WsHandshake;
import dev.goldenpath.readiness.ProbeProvider;
import dev.goldenpath.readiness.ProbeTarget;
import dev.goldenpath.readiness.ReadinessGate;
import dev.goldenpath.readiness.Sight;
import dev.goldenpath.witness.Witness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SocketProbeTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private final List<RecordedEvidence> recorded = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(ProbeProvider.class))
                .filteredOn(provider -> provider.kind().equals("websocket"))
                .hasSize(1);
    }

    @Test
    void anAcceptedHandshakeIsHealthyAndItsSessionClosedAtOnce() {
        assertThat(sight("/end-of/probe")).isEqualTo(sight(ServiceState.HEALTHY, "/end-of/probe → 101"));
        Scene.await(() -> evidence(WsClose.class) == 1);
        assertThat(recorded)
                .map(RecordedEvidence::evidence)
                .filteredOn(WsClose.class::isInstance)
                .singleElement()
                .satisfies(close -> {
                    assertThat(((WsClose) close).code()).isEqualTo(1000);
                    assertThat(((WsClose) close).byTest()).isTrue();
                });
    }

    @Test
    void theEvidenceOfItBelongsToNoTest() {
        sight("/burst");
        sight("/status/401");
        Scene.await(() -> evidence(WsClose.class) == 1);
        assertThat(evidence(WsHandshake.class)).isEqualTo(2);
        assertThat(recorded).allMatch(one -> one.phase() == Phase.PROBE && one.test() == null);
    }

    @Test
    void whoChecksItsCallersIsThere() {
        for (int status : List.of(401, 403)) {
            assertThat(sight("/status/" + status))
                    .isEqualTo(new Sight(
                            ServiceState.HEALTHY,
                            "WebSocket " + address() + "/status/" + status + " → " + status
                                    + ": somebody is there, and checks who calls",
                            Duration.ofSeconds(7)));
        }
    }

    @Test
    void whoRefusesTheUserHasFailed() {
        assertThat(sight("/guarded/x as alice")).isEqualTo(sight(ServiceState.HEALTHY, "/guarded/x as alice → 101"));
        assertThat(sight("/status/401  as  alice").state()).isEqualTo(ServiceState.FAILED);
        assertThat(sight("/status/403 as alice").words())
                .isEqualTo("WebSocket " + address() + "/status/403 as alice → 403");
    }

    @Test
    void anyOtherRefusalHasFailedAndSaysWhenToComeAgain() {
        for (int status : List.of(503, 500, 404, 302, 429)) {
            assertThat(sight("/status/" + status))
                    .isEqualTo(new Sight(
                            ServiceState.FAILED,
                            "WebSocket " + address() + "/status/" + status + " → " + status,
                            Duration.ofSeconds(7)));
        }
    }

    @Test
    void anAnswerThatBreaksTheProtocolHasFailed() {
        Sight sight = sight("/wrong-accept");
        assertThat(sight.state()).isEqualTo(ServiceState.FAILED);
    }

    @Test
    void noAnswerIsUnreachable() {
        assertThat(sight("/mute"))
                .isEqualTo(sight(ServiceState.UNREACHABLE, "/mute → no answer to the handshake within 400 ms"));
    }

    @Test
    void nobodyListens() throws IOException {
        URI nobody;
        try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + once.getLocalPort());
        }
        assertThat(sight(clients(nobody, "/ws"), "/ws"))
                .isEqualTo(Sight.of(
                        ServiceState.UNREACHABLE,
                        "WebSocket ws://127.0.0.1:" + nobody.getPort() + "/ws → connection refused"));
    }

    @Test
    void aTextThatIsNoPathIsRefused() {
        for (String text : List.of("ws", "/ws#part", "/ws as", "/ws as alice bob")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> sight(text))
                    .withMessage("is no path such as '/ws', or '/ws as alice'");
        }
    }

    @Test
    void theGateTellsWhereTheTextStands() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> gate("ws").require())
                .withMessage("environments.local.services.backend.probes.websocket (goldenpath.yaml:4): "
                        + "'ws' is no path such as '/ws', or '/ws as alice'.");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> gate("/ws as bob").require())
                .withMessage("environments.local.services.backend.probes.websocket (goldenpath.yaml:4): "
                        + "'/ws as bob' names a user who is not declared. There are: alice.");
    }

    @Test
    void theGateOpensOnlyWhereItIsAccepted() {
        ReadinessGate gate = gate("/status/503");
        assertThatExceptionOfType(EnvironmentNotReadyException.class).isThrownBy(gate::require);
    }

    private long evidence(Class<? extends Evidence> kind) {
        return recorded.stream().filter(one -> kind.isInstance(one.evidence())).count();
    }

    private ReadinessGate gate(String probe) {
        Clients clients = clients(SERVER.url(), probe);
        Witness witness = Witness.start();
        ReadinessGate gate = new ReadinessGate(clients.environment(), clients, folder.resolve("launch"), witness);
        open.add(0, witness);
        open.add(0, gate);
        return gate;
    }

    private Sight sight(String text) {
        return sight(clients(SERVER.url(), text), text);
    }

    private static Sight sight(Clients clients, String text) {
        return new SocketProbe()
                .check(new ProbeTarget(clients.environment().service("backend"), text, clients))
                .look();
    }

    private static Sight sight(ServiceState state, String pathAndOutcome) {
        return Sight.of(state, "WebSocket " + address() + pathAndOutcome);
    }

    private static String address() {
        return "ws://127.0.0.1:" + SERVER.url().getPort();
    }

    private Clients clients(URI url, String probe) {
        EvidenceSink sink = recorded::add;
        Clients clients = new Clients(
                environment("""
                        environments: { local: {
                          ready-within: 300ms, services: {
                            backend: { url: "URL", websocket: { answer-within: 400ms }, liveness: /status/200,
                                       probes: { websocket: "PROBE" } } },
                          users: { alice: { service: backend, grant: scene } } } }
                        """.replace("URL", url.toString()).replace("PROBE", probe)),
                new Redaction(),
                new Ledger(RunClock.start(Clock.systemUTC()), List.of(sink)).ofRun(Phase.PROBE));
        open.add(clients);
        return clients;
    }

    private Environment environment(String yaml) {
        try {
            Files.writeString(folder.resolve("goldenpath.yaml"), yaml);
            return new EnvironmentLoader(Map.of(), Map.of(), folder).load(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
