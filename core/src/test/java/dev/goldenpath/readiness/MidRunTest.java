package dev.goldenpath.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.goldenpath.Waiting;
import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.Project;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.evidence.ServiceState;
import dev.goldenpath.http.ServerProcess;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.witness.Witness;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the gate makes of services that change while the run goes. */
@Timeout(60)
class MidRunTest {
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
    void whatWasReadyBeforeIsNotWaitedForAndLetsTestsRunWhenItIsBack() {
        Clients clients = clients("600s", """
                      backend: { url: "URL", health: { path: "/hits?path=/answer/down&json=", state: /hits, words: { healthy: ["0", "2"], failed: "1" } } }
                """);
        ReadinessGate gate = gate(clients);
        List<String> needs = List.of("backend");
        gate.require(needs);

        call(clients, "/answer/down");
        gate.suspect(needs, true);
        assertThatExceptionOfType(EnvironmentNotReadyException.class).isThrownBy(() -> gate.require(needs));

        call(clients, "/answer/down");
        Waiting.until(() -> Gates.isOpen(gate, needs.toArray(String[]::new)));
        assertThatCode(() -> gate.require(needs)).doesNotThrowAnyException();
    }

    @Test
    void whatAnotherServiceReportsIsLookedAtAgainAfterEveryFailure() {
        Clients clients = clients("600s", """
                      backend: { url: "URL", health: "/hits?path=/answer/report" }
                      redis: { reported-by: "backend#/redis" }
                """);
        ReadinessGate gate = gate(clients);
        gate.require(List.of("backend"));
        int looks = probes("backend").size();

        gate.suspect(List.of("backend"), false);
        assertThat(probes("backend")).hasSize(looks);
        gate.suspect(List.of("backend", "redis"), false);
        assertThat(probes("backend")).hasSizeGreaterThan(looks);
    }

    @Test
    void nobodyIsSaidToHaveToldWhatAStartingServiceDoesNotTell() {
        ReadinessGate gate = gate(clients("1s", """
                      backend: { url: "URL", health: "/answer?status=503&body=%7B%22status%22%3A%22starting%22%7D", depends-on: { redis: required } }
                      redis: { reported-by: "backend#/redis" }
                """));

        assertThatExceptionOfType(EnvironmentNotReadyException.class)
                .isThrownBy(gate::require)
                .withMessageStartingWith("Service 'backend' of environment 'local' is not ready: failed: GET ")
                .withMessageContaining("{\"status\":\"starting\"}");
        assertThat(probes("redis").get(0).unknown()).isTrue();
        assertThat(probes("redis").get(0).words()).startsWith("'backend', which reports it, does not tell: ");
    }

    @Test
    void aServiceThatTellsWhatIsWrongWithAnotherOneStillDoes() {
        ReadinessGate gate = gate(clients("1s", """
                      backend: { url: "URL", health: "/answer?status=200&body=%7B%7D" }
                      redis: { reported-by: "backend#/redis" }
                """));

        assertThat(Gates.isOpen(gate)).isFalse();
        assertThat(probes("redis").get(0).state()).isEqualTo(ServiceState.FAILED);
        assertThat(probes("redis").get(0).words()).endsWith("/redis is absent");
    }

    @Test
    void theLastReadingOfAnOldRevisionIsEvidence() {
        Clients clients = clients("60s", """
                      backend: { url: "URL", health: /answer, revision: "/hits?path=/answer/revision&json=#/hits" }
                """);
        Revisions revisions = new Revisions(clients);
        revisions.readOnce(clients.environment().service("backend"));
        read(revisions, clients);
        Instant between = recorded.get(recorded.size() - 1).startedAt();
        read(revisions, clients);
        call(clients, "/answer/revision");
        read(revisions, clients);

        List<RecordedEvidence> read = recorded.stream()
                .filter(one -> one.evidence() instanceof Revision)
                .toList();
        assertThat(read)
                .extracting(one -> ((Revision) one.evidence()).revision())
                .containsExactly("0", "0", "1");
        assertThat(read.get(1).startedAt()).isAfter(between);
    }

    private static void read(Revisions revisions, Clients clients) {
        revisions.read(clients.environment().service("backend"), RunPart.DURING);
    }

    private static void call(Clients clients, String path) {
        assertThat(clients.forOwnCalls(
                                ServiceClient.class, clients.environment().service("backend"), "test")
                        .get(path)
                        .send())
                .hasStatus(200);
    }

    private Clients clients(String readyWithin, String services) {
        String yaml = "environments:\n  local:\n    ready-within: " + readyWithin + "\n    services:\n"
                + services.replace("URL", SERVER.url().toString());
        Ledger ledger = new Ledger(RunClock.start(Clock.systemUTC()), List.of(recorded::add));
        Clients clients =
                new Clients(new Project(folder).yaml(yaml).load(), new Redaction(), ledger.ofRun(Phase.PROBE));
        open.add(clients);
        return clients;
    }

    private ReadinessGate gate(Clients clients) {
        Witness witness = Witness.start();
        ReadinessGate gate = new ReadinessGate(clients.environment(), clients, folder.resolve("launch"), witness);
        open.add(0, gate);
        open.add(witness);
        return gate;
    }

    private List<Probe> probes(String service) {
        return recorded.stream()
                .map(RecordedEvidence::evidence)
                .filter(Probe.class::isInstance)
                .map(Probe.class::cast)
                .filter(probe -> probe.service().equals(service))
                .toList();
    }
}
