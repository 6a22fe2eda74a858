package dev.goldenpath.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.UserSession;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.Project;
import dev.goldenpath.evidence.Answer;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The names below {@code example.test} lead to this machine; no configuration can know that. */
class PeerFindingsTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    @TempDir
    private Path folder;

    private final List<RecordedEvidence> recorded = new CopyOnWriteArrayList<>();
    private final Ledger ledger = new Ledger(RunClock.start(Clock.systemUTC()), List.of(recorded::add));
    private final Recording run = ledger.ofRun(Phase.PROBE);
    private final Recording test = ledger.ofTest("class/test", 1);
    private final String shop = "http://shop.example.test:" + SERVER.url().getPort();

    @Test
    void aNameThatLeadsToThisMachineIsAFindingOfTheTestOnce() {
        try (Clients clients = clients("remote: true, services: { shop: { url: '" + shop + "' } }")) {
            for (int i = 0; i < 3; i++) {
                assertThat(client(clients).get("/echo?" + i).send()).hasStatus(200);
            }
        }
        assertThat(test.findings())
                .containsExactly(Finding.inTraffic(
                        "peer-on-this-machine",
                        Effect.FAKE,
                        "Service 'shop' (" + shop + " from goldenpath.yaml:1) was called at 127.0.0.1:"
                                + SERVER.url().getPort()
                                + ", a loopback address, although environment 'staging' is 'remote: true'.",
                        "See why its name leads there. Where it is the near end of a tunnel, say 'tunnel: true' at the"
                                + " service."));
        assertThat(recorded)
                .extracting(evidence -> evidence.observed().kind())
                .containsExactly("http-exchange", "finding", "http-exchange", "http-exchange");
        assertThat(run.findings()).isEmpty();
    }

    @Test
    void aFailedAnswerOfThisMachineIsAFindingToo() {
        try (Clients clients = clients("remote: true, services: { shop: { url: '" + shop + "' } }")) {
            assertThat(client(clients).get("/answer?status=500").send()).hasStatus(500);
        }
        assertThat(test.findings()).hasSize(1);
    }

    @Test
    void aTunnelMayBeginHere() {
        try (Clients clients = clients("remote: true, services: { shop: { url: '" + shop + "', tunnel: true } }")) {
            assertThat(client(clients).get("/echo").send()).hasStatus(200);
            assertThat(clients.peers().obscures(answer())).isPresent();
        }
        assertThat(test.findings()).isEmpty();
    }

    @Test
    void aProxyMayBeHereAndHidesWhoAnswers() {
        String proxy = "proxy: { url: '" + SERVER.proxyUrl() + "' }";
        try (Clients clients = clients("remote: true, services: { shop: { url: '" + shop + "', " + proxy + " } }")) {
            assertThat(client(clients).get("/echo").send()).hasStatus(200);
            assertThat(clients.peers().obscures(answer()))
                    .contains("Service 'shop' (goldenpath.yaml:1) is called through a proxy on this machine, 127.0.0.1:"
                            + SERVER.proxyUrl().getPort() + " (goldenpath.yaml:1).");
        }
        assertThat(test.findings()).isEmpty();
    }

    @Test
    void aServiceOfALocalEnvironmentIsHere() {
        try (Clients clients = clients("services: { shop: { url: '" + shop + "' } }")) {
            assertThat(client(clients).get("/echo").send()).hasStatus(200);
            assertThat(clients.peers().obscures(answer())).isEmpty();
        }
        assertThat(test.findings()).isEmpty();
    }

    @Test
    void aRedirectToThisMachineAndToAnUndeclaredHostIsTwoFindings() {
        String service = "services: { shop: { url: '" + shop + "', tunnel: true } }";
        try (Clients clients = clients("remote: true, undeclared-hosts: warn, " + service)) {
            redirected(client(clients));
        }
        String led = "A redirect of service 'shop' (" + shop + " from goldenpath.yaml:1) led to other.example.test:"
                + SERVER.url().getPort();
        assertThat(test.findings())
                .extracting(Finding::rule, Finding::effect, Finding::words)
                .containsExactly(
                        tuple(
                                "peer-on-this-machine",
                                Effect.FAKE,
                                led + " at 127.0.0.1:" + SERVER.url().getPort()
                                        + ", a loopback address, although environment 'staging' is 'remote: true'."),
                        tuple("undeclared-host", Effect.WARNING, led + ", where no service is declared."));
    }

    @Test
    void aRedirectToADeclaredServiceIsFine() {
        String other =
                "other: { url: 'http://other.example.test:" + SERVER.url().getPort() + "' }";
        try (Clients clients = clients("services: { shop: { url: '" + shop + "' }, " + other + " }")) {
            redirected(client(clients));
        }
        assertThat(test.findings()).isEmpty();
    }

    @Test
    void aRedirectThatIsNotFollowedIsNoCall() {
        try (Clients clients = clients("services: { shop: { url: '" + shop + "' } }")) {
            assertThat(client(clients)
                            .get("/answer")
                            .query("status", 302)
                            .query("h.Location", "http://other.example.test/")
                            .send())
                    .hasStatus(302);
        }
        assertThat(test.findings()).isEmpty();
    }

    @Test
    void theLibrarysOwnCallsAreJudgedToo() {
        try (Clients clients = clients("remote: true, services: { shop: { url: '" + shop + "' } }")) {
            clients.forOwnCalls(ServiceClient.class, clients.environment().service("shop"), "health")
                    .get("/echo")
                    .send();
        }
        assertThat(run.findings()).extracting(Finding::rule).containsExactly("peer-on-this-machine");
        assertThat(test.findings()).isEmpty();
    }

    private void redirected(ServiceClient client) {
        assertThat(client.get("/answer")
                        .query("status", 302)
                        .query(
                                "h.Location",
                                "http://other.example.test:" + SERVER.url().getPort() + "/echo")
                        .followRedirects()
                        .send())
                .hasStatus(200);
    }

    /** The only one. */
    private Answer answer() {
        return recorded.get(0).observed().answer().orElseThrow();
    }

    private ServiceClient client(Clients clients) {
        return (ServiceClient) clients.create(
                ServiceClient.class, clients.environment().service("shop"), null, () -> test, new UserSession());
    }

    private Clients clients(String staging) {
        Environment environment = new Project(folder)
                .yaml("environments: { staging: { " + staging + " } }")
                .load();
        test.enter(Phase.TEST);
        return new Clients(environment, new Redaction(), run);
    }
}
