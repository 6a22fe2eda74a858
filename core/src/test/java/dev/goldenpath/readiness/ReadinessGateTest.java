package dev.goldenpath.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.goldenpath.Waiting;
import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.Project;
import dev.goldenpath.evidence.Evidence;
import dev.goldenpath.evidence.EvidenceSink;
import dev.goldenpath.evidence.HttpExchange;
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
import dev.goldenpath.launch.Supervisors;
import dev.goldenpath.witness.Witness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ReadinessGateTest {
    private static final Witness WITNESS = Witness.start();

    @AfterAll
    static void dismissTheWitness() {
        WITNESS.close();
    }

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private static final String UP = "/answer?body=%7B%22db%22%3A%7B%22status%22%3A%22Healthy%22%7D%7D";
    private static final String REDIS_DOWN = "/answer?body=%7B%22redis%22%3A%22down%22%7D";
    private static final String DOWN = "/answer?status=503";

    private static final String SECRET = "s3cret";

    private final List<RecordedEvidence> recorded = new CopyOnWriteArrayList<>();
    private final List<EvidenceSink> sinks = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        Supervisors.end(folder.resolve("launch"));
    }

    @Test
    void opensWhenEveryServiceIsReadyHoweverManyProbesThatTakes() {
        ReadinessGate gate = gate(
                "60s",
                "backend: { url: 'URL', health: /ready-after/3/gate, depends-on: { auth: required } }",
                "auth: { url: 'URL', liveness: /answer }",
                "front: { url: 'URL' }");
        gate.require();
        assertThat(Gates.isOpen(gate)).isTrue();
        assertThat(probe("backend").asked()).isEqualTo(3);
        assertThat(probe("backend").ready()).isTrue();
        assertThat(probe("backend").waited()).isPositive();
        assertThat(probe("auth").asked()).isEqualTo(1);
        assertThat(probe("front").words()).isEqualTo("GET " + SERVER.url() + "/ → 404");
    }

    @Test
    void everyProbeIsEvidenceOfTheLibrarysOwnCalls() {
        gate("60s", "backend: { url: 'URL', health: /ready-after/2/evidence }").require();
        assertThat(evidence(HttpExchange.class))
                .hasSize(2)
                .allMatch(exchange -> "readiness".equals(exchange.purpose()) && !exchange.answered());
        assertThat(recorded).allMatch(one -> one.phase() == Phase.PROBE && one.test() == null);
    }

    @Test
    void namesTheOneServiceThatIsNotReady() {
        assertBlocked(gate("2s", "backend: { url: 'URL', health: '" + DOWN + "' }"), """
                Service 'backend' of environment 'local' is not ready: failed: GET http://127.0.0.1:PORT/answer?status=503 → 503.
                  waited:   N s, N probes
                  url from: goldenpath.yaml:5""");
    }

    @Test
    void remembersItsAnswerAndAsksNoMore() {
        ReadinessGate gate = gate("2s", "backend: { url: 'URL', health: '/answer/remembered?status=500' }");
        String first = message(gate);
        int probes = evidence(HttpExchange.class).size();
        assertThat(message(gate)).isEqualTo(first);
        assertThat(Gates.isOpen(gate)).isFalse();
        assertThat(evidence(HttpExchange.class)).hasSize(probes);
        assertThat(evidence(Probe.class)).hasSize(1);
    }

    @Test
    void whoeverComesMeanwhileWaitsForTheSameAnswer() throws Exception {
        ReadinessGate gate = gate("60s", "backend: { url: 'URL', health: /ready-after/2/crowd }");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> waiting = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            waiting.add(threads.submit(() -> gate.require()));
        }
        for (Future<?> one : waiting) {
            one.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();
        assertThat(evidence(Probe.class)).hasSize(1);
    }

    @Test
    void aServiceThatAnotherOneReportsIsReadyWhenThatSaysSo() {
        gate(
                        "60s",
                        "backend: { url: 'URL', health: '" + UP + "', depends-on: { db: required } }",
                        "db: { reported-by: 'backend#/db/status' }")
                .require();
        assertThat(probe("db").words()).endsWith(" → 200, /db/status is 'Healthy'");
    }

    @Test
    void aServiceThatIsReportedDownIsTheRootCause() {
        assertBlocked(
                gate(
                        "2s",
                        "backend: { url: 'URL', health: '" + REDIS_DOWN + "', depends-on: { redis: required } }",
                        "redis: { reported-by: 'backend#/redis' }"),
                """
                Service 'redis' of environment 'local' is not ready: failed, says 'backend': GET http://127.0.0.1:PORT/answer?body=… → 200, /redis is 'down'.
                  waited:   N s, N probes
                  declared: goldenpath.yaml:6""");
    }

    @Test
    void aReportThatDoesNotSpeakOfTheServiceIsNoGoodNews() {
        assertThat(message(gate(
                        "2s",
                        "backend: { url: 'URL', health: '" + UP + "', depends-on: { redis: required } }",
                        "redis: { reported-by: 'backend#/redis' }")))
                .contains("Service 'redis' of environment 'local' is not ready: failed, says 'backend'")
                .contains("/redis is absent");
    }

    @Test
    void aReporterThatDoesNotAnswerIsTheRootCauseAlone() {
        assertThat(normalised(message(gate(
                        "2s",
                        "backend: { url: 'BROKEN', health: /close/reporter, depends-on: { redis: required } }",
                        "redis: { reported-by: 'backend#/redis' }"))))
                .isEqualTo("""
                        Service 'backend' of environment 'local' is not ready: unreachable: GET http://127.0.0.1:PORT/close/reporter: connection closed without an answer.
                          waited:   N s, N probes
                          url from: goldenpath.yaml:5""");
    }

    @Test
    void theDeepestDependencyIsTheRootCause() {
        assertBlocked(
                gate(
                        "2s",
                        "front: { url: 'URL', health: '" + DOWN + "', depends-on: { backend: required } }",
                        "backend: { url: 'URL', health: '" + DOWN + "', depends-on: { db: required } }",
                        "db: { url: 'URL', health: '" + DOWN + "' }"),
                """
                Service 'db' of environment 'local' is not ready: failed: GET http://127.0.0.1:PORT/answer?status=503 → 503.
                  also not ready: 'front' failed: GET http://127.0.0.1:PORT/answer?status=503 → 503
                  waited:         N s, N probes
                  url from:       goldenpath.yaml:7""");
    }

    @Test
    void aDependencyThatIsOptionalForAllNeitherBlocksNorIsWaitedFor() {
        gate(
                        "600s",
                        "backend: { url: 'URL', health: /answer, depends-on: { cache: optional } }",
                        "cache: { url: 'URL', health: '" + DOWN + "' }")
                .require();
        assertThat(probe("cache").ready()).isFalse();
    }

    @Test
    void aRequiredServiceWhoseOptionalReporterDoesNotAnswerBlocks() {
        assertThat(message(gate(
                        "2s",
                        "backend: { url: 'URL', health: /answer, depends-on: { db: required, cache: optional } }",
                        "cache: { url: 'URL', health: /close/optional }",
                        "db: { reported-by: 'cache#/db' }")))
                .contains("Service 'cache' of environment 'local' is not ready");
    }

    @Test
    void aDependencyThatIsRequiredOnceBlocks() {
        assertThat(message(gate(
                        "2s",
                        "backend: { url: 'URL', health: /answer, depends-on: { cache: optional } }",
                        "jobs: { url: 'URL', health: /answer, depends-on: { cache: required } }",
                        "cache: { url: 'URL', health: '" + DOWN + "' }")))
                .contains("Service 'cache' of environment 'local' is not ready");
    }

    @Test
    void aLaunchedProcessThatDiesIsNamedWithItsOutputAndNotWaitedFor() {
        ReadinessGate gate = gate(
                "600s",
                "backend: { url: 'URL', health: '" + DOWN + "' }\n"
                        + "    launch: [ { name: stack, command: [sh, -c, 'echo port in use; exit 9'] } ]");
        assertThat(message(gate).replaceAll("stack-\\d+", "stack-PID"))
                .isEqualTo(
                        "Environment 'local' is not ready: process 'stack' (goldenpath.yaml:6) ended with exit code 9."
                                + " Its last lines, from " + folder.resolve("launch/local-stack-PID.log")
                                + ":\nport in use");
    }

    @Test
    void aProgramThatCannotBeStartedIsNamed() {
        assertThat(message(gate(
                        "600s", "backend: { url: 'URL' }\n    launch: [ { name: stack, command: /no/such/program } ]")))
                .startsWith("Environment 'local' is not ready: Process 'stack' could not be started.\n");
    }

    @Test
    void theRevisionOfAReadyServiceIsEvidence() {
        gate(
                        "60s",
                        "backend: { url: 'URL', health: /answer, revision: '/answer?body=%7B%22rev%22%3A%22abc123%22%7D#/rev' }",
                        "silent: { url: 'URL', health: /answer, revision: '/answer?body=none#/rev' }",
                        "other: { url: 'URL', health: /answer }")
                .require();
        assertThat(evidence(Revision.class))
                .containsExactly(new Revision("backend", "abc123", null, RunPart.BEFORE, "local"));
    }

    @Test
    void aProbeThatBreaksIsTold() {
        ReadinessGate gate = gate("2s", "backend: { url: 'URL', health: /answer }");
        sinks.add(one -> {
            if (one.evidence() instanceof HttpExchange) {
                throw new NoClassDefFoundError("com/example/Gone");
            }
        });
        assertBlocked(gate, """
                Service 'backend' of environment 'local' is not ready: unreachable: the probe itself broke: java.lang.NoClassDefFoundError: com/example/Gone.
                  waited:   N s, N probes
                  url from: goldenpath.yaml:5""");
        assertThat(probe("backend").asked()).isPositive();
        assertThat(probe("backend").state()).isEqualTo(ServiceState.UNREACHABLE);
    }

    @Test
    void remembersWhatBrokeItAndStartsNothingAgain() {
        Path starts = folder.resolve("starts");
        ReadinessGate gate = gate(
                "60s",
                "backend: { url: 'URL', health: /answer }\n    launch: [ { name: stack, command: [sh, -c, 'echo started >> "
                        + starts + "; exec sleep 300'] } ]");
        sinks.add(one -> {
            if (one.evidence() instanceof Probe) {
                throw new IllegalStateException("no room for " + SECRET);
            }
        });
        for (int i = 0; i < 2; i++) {
            assertThat(Gates.isOpen(gate)).isFalse();
            assertThatThrownBy(gate::require)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "Environment 'local' could not be asked: java.lang.IllegalStateException: no room for ***")
                    .hasRootCauseMessage("java.lang.IllegalStateException: no room for ***");
        }
        Waiting.until(() -> Files.exists(starts));
        assertThat(starts).hasContent("started");
        assertThat(evidence(HttpExchange.class)).hasSize(1);
    }

    private ReadinessGate gate(String readyWithin, String... services) {
        String yaml = "environments:\n  local:\n    ready-within: " + readyWithin + "\n    services:\n      "
                + String.join("\n      ", services)
                        .replace("URL", SERVER.url().toString())
                        .replace("BROKEN", SERVER.brokenUrl().toString());
        Ledger ledger = new Ledger(
                RunClock.start(Clock.systemUTC()),
                List.of(recorded::add, one -> sinks.forEach(sink -> sink.accept(one))));
        Redaction redaction = new Redaction();
        redaction.addValue(SECRET);
        Clients clients = new Clients(new Project(folder).yaml(yaml).load(), redaction, ledger.ofRun(Phase.PROBE));
        ReadinessGate gate = new ReadinessGate(clients.environment(), clients, folder.resolve("launch"), WITNESS);
        open.add(gate);
        open.add(clients);
        return gate;
    }

    private void assertBlocked(ReadinessGate gate, String message) {
        assertThat(normalised(message(gate))).isEqualTo(message);
    }

    private static String message(ReadinessGate gate) {
        return catchThrowableOfType(EnvironmentNotReadyException.class, gate::require)
                .getMessage();
    }

    private static String normalised(String message) {
        return message.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT")
                .replaceAll("\\d+\\.\\d s, \\d+ probes?", "N s, N probes")
                .replaceAll("body=\\S*", "body=…");
    }

    private Probe probe(String service) {
        return evidence(Probe.class).stream()
                .filter(probe -> probe.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private <E extends Evidence> List<E> evidence(Class<E> kind) {
        return recorded.stream()
                .map(RecordedEvidence::evidence)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
