package dev.goldenpath.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.Waiting;
import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.evidence.Revision;
import dev.goldenpath.evidence.RunPart;
import dev.goldenpath.http.ServerProcess;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RevisionsTest {
    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";
    private static final Instant DEPLOYED = Instant.parse("2026-03-01T10:00:00Z");

    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @RegisterExtension
    final Gates gates = new Gates(SERVER);

    @Test
    void theExpectedOneIsLetThroughAlsoByTheBeginningOfItsHash() {
        runs(HASH);
        for (String expected : List.of(HASH, "0123456", "0123456789ABCDEF")) {
            ReadinessGate gate = gates.gate(expecting(expected));
            gate.require();
            assertThat(gate.revisions()).isEqualTo(Map.of("backend", HASH));
        }
        runs("0123456");
        gates.gate(expecting(HASH)).require();
        runs("v2");
        gates.gate(expecting("v2")).require();
    }

    @Test
    void anotherOneBlocks() {
        runs("7654321");
        ReadinessGate gate = gates.gate(expecting("0123456"));
        assertThat(Gates.message(gate, "backend")).isEqualTo("""
                Service 'backend' runs revision '7654321', and '0123456' is expected.
                  expected by: goldenpath.yaml:4
                  read at:     GET /kept/version#/rev
                  what to do:  Deploy what is to be tested, or expect what is there.""");
        assertThat(Gates.isOpen(gate)).isFalse();
        gate.require(List.of("other"));
    }

    @Test
    void theBeginningOfAWordThatIsNoHashIsAnother() {
        runs("release-2026");
        assertThat(Gates.isOpen(gates.gate(expecting("release")))).isFalse();
        runs("012345");
        assertThat(Gates.isOpen(gates.gate(expecting(HASH)))).isFalse();
    }

    @Test
    void oneThatCanNotBeReadBlocksWhereOneIsExpected() {
        gates.keep("version", "body=none");
        assertThat(Gates.message(gates.gate(expecting("0123456")))).isEqualTo("""
                Service 'backend' does not say which revision it runs, and '0123456' is expected.
                  expected by: goldenpath.yaml:4
                  read at:     GET /kept/version#/rev (GET http://127.0.0.1:PORT/kept/version → 200, /rev tells none)
                  what to do:  Deploy what is to be tested, or expect what is there.""");
        gates.gate("""
                services:
                  backend: { url: 'URL', health: /answer, revision: '/kept/version#/rev' }
                """).require();
    }

    @Test
    void aDeploymentThatIsTooOldBlocks() {
        runs("v1", DEPLOYED.toString());
        assertThat(Gates.message(gates.gate(deployedWithin("3d")))).isEqualTo("""
                Service 'backend' was deployed at 2026-03-01T10:00:00Z, and it must not be older than 3 days.
                  read at:    GET /kept/version#/at
                  what to do: Deploy it anew, or allow a longer 'max-age'.""");
        gates.keep("version", "body=" + encoded("{\"rev\":\"v1\"}"));
        assertThat(Gates.message(gates.gate(deployedWithin("90s")))).isEqualTo("""
                Service 'backend' does not say when it was deployed, and it must not be older than 90 s.
                  read at:    GET /kept/version#/at
                  what to do: Deploy it anew, or allow a longer 'max-age'.""");
    }

    @Test
    void aDeploymentOfLateIsLetThroughInWhateverFormItIsTold() {
        for (String at : List.of(
                DEPLOYED.toString(),
                "2026-03-01T11:00:00+01:00",
                Long.toString(DEPLOYED.getEpochSecond()),
                Long.toString(DEPLOYED.toEpochMilli()))) {
            runs("v1", at);
            assertThat(objection(deployedWithin("2h"), DEPLOYED.plusSeconds(7200)))
                    .isEmpty();
            assertThat(objection(deployedWithin("2h"), DEPLOYED.plusSeconds(7201)))
                    .map(Outage::rootCause)
                    .contains("Service 'backend' was deployed at 2026-03-01T10:00:00Z,"
                            + " and it must not be older than 2 hours.");
        }
        runs("v1", "yesterday");
        assertThat(objection(deployedWithin("2h"), DEPLOYED)).isPresent();
    }

    @Test
    void aChangeInMidRunIsEvidenceAndBlocksWhereItIsTheWrongOne() {
        runs("0123456");
        ReadinessGate gate = gates.gate(expecting("0123456"));
        gate.require();
        runs("7654321");
        Waiting.until(() -> gates.evidence(Revision.class).size() > 1);
        assertThat(Gates.outage(gate, "backend").rootCause())
                .isEqualTo("Service 'backend' runs revision '7654321', and '0123456' is expected.");
        gate.end();
        assertThat(gates.evidence(Revision.class))
                .containsExactly(
                        new Revision("backend", "0123456", null, RunPart.BEFORE, "local"),
                        new Revision("backend", "7654321", null, RunPart.DURING, "local"),
                        new Revision("backend", "7654321", null, RunPart.AFTER, "local"));
    }

    @Test
    void oneThatDoesNotAnswerInMidRunIsStillTheLastThatWasSeen() {
        Clients clients = gates.clients(expecting("0123456"));
        Revisions revisions = new Revisions(clients);
        ServiceEndpoint backend = clients.environment().service("backend");
        runs("0123456");
        revisions.readOnce(backend);
        gates.keep("version", "status=503");
        revisions.read(backend, RunPart.DURING);
        revisions.read(backend, RunPart.AFTER);
        assertThat(revisions.known()).isEqualTo(Map.of("backend", "0123456"));
        assertThat(gates.evidence(Revision.class)).hasSize(1);
    }

    private Optional<Outage> objection(String keys, Instant now) {
        Clients clients = gates.clients(keys);
        ServiceEndpoint backend = clients.environment().service("backend");
        Revisions revisions = new Revisions(clients);
        revisions.readOnce(backend);
        return new IntendedRevision(Clock.fixed(now, ZoneOffset.UTC)).objection(backend, revisions.of("backend"));
    }

    private void runs(String revision) {
        gates.keep("version", "body=" + encoded("{\"rev\":\"" + revision + "\"}"));
    }

    private void runs(String revision, String deployed) {
        gates.keep("version", "body=" + encoded("{\"rev\":\"" + revision + "\",\"at\":\"" + deployed + "\"}"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String expecting(String revision) {
        return services("expected: '" + revision + "'");
    }

    private static String deployedWithin(String age) {
        return services("deployed: '/kept/version#/at', max-age: " + age);
    }

    private static String services(String rules) {
        return """
                services:
                  backend: { url: 'URL', health: /answer, revision: { at: '/kept/version#/rev', RULES } }
                  other: { url: 'URL', health: /answer }
                """.replace("RULES", rules);
    }
}
