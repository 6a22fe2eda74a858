package dev.goldenpath.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.Project;
import dev.goldenpath.evidence.Evidence;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Identity;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.http.ServerProcess;
import dev.goldenpath.readiness.IdentityAnswer.Outcome;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityCheckTest {
    @RegisterExtension
    static final ServerProcess SERVER = new ServerProcess();

    private final List<RecordedEvidence> recorded = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Redaction redaction = new Redaction();

    @TempDir
    private Path folder;

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "alice@example.com", "4711"})
    void itsNameItsUserNameAndTheSubjectOfItsTokenAreTheUser(String says) {
        String place = answering("{\"id\":\"" + says + "\"}");
        IdentityAnswer answer = check(place + "#/id", null).check("backend", "alice");

        assertThat(answer)
                .isEqualTo(new IdentityAnswer(
                        Outcome.CONFIRMED, "backend says the caller is '" + says + "' (GET " + place + "#/id)"));
        assertThat(only(Identity.class)).isEqualTo(new Identity("backend", "alice", says, true));
    }

    @Test
    void aNumberIsAnIdentityToo() {
        assertThat(check(answering("{\"id\":4711}") + "#/id", null).check("backend", "alice"))
                .extracting(IdentityAnswer::outcome)
                .isEqualTo(Outcome.CONFIRMED);
    }

    @Test
    void anotherUserIsNot() {
        String place = answering("{\"id\":\"bob\"}");

        assertThat(check(place + "#/id", null).check("backend", "alice"))
                .isEqualTo(new IdentityAnswer(
                        Outcome.CONTRADICTED,
                        "backend says the caller is 'bob' (GET " + place
                                + "#/id), and not 'alice' or 'alice@example.com' or '4711'"));
        assertThat(only(Identity.class)).isEqualTo(new Identity("backend", "alice", "bob", false));
    }

    @ParameterizedTest
    @CsvSource({"u-1,CONFIRMED,''", "alice,CONTRADICTED,', and not ''u-1'''"})
    void aDeclaredIdentityIsTheOnlyOne(String says, Outcome outcome, String more) {
        String place = answering("{\"id\":\"" + says + "\"}");

        assertThat(check(place + "#/id", "u-1").check("backend", "alice"))
                .isEqualTo(new IdentityAnswer(
                        outcome, "backend says the caller is '" + says + "' (GET " + place + "#/id)" + more));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":null}", "{\"id\":\" \"}", "no JSON", ""})
    void anAnswerThatDoesNotSayContradicts(String body) {
        String place = answering(body);

        assertThat(check(place + "#/id", null).check("backend", "alice"))
                .isEqualTo(new IdentityAnswer(
                        Outcome.CONTRADICTED, "backend does not say who the caller is (GET " + place + "#/id → 200)"));
        assertThat(only(Identity.class)).isEqualTo(new Identity("backend", "alice", null, false));
    }

    @ParameterizedTest
    @CsvSource({"302,CONTRADICTED", "404,CONTRADICTED", "401,REFUSED", "403,REFUSED"})
    void aRefusalIsNoConfirmation(int status, Outcome outcome) {
        String place = "/answer?body=%7B%22id%22%3A%22alice%22%7D&status=" + status;

        assertThat(check(place + "#/id", null).check("backend", "alice"))
                .isEqualTo(new IdentityAnswer(
                        outcome, "backend does not know the caller 'alice' (GET " + place + "#/id → " + status + ")"));
    }

    @Test
    void nobodyIsLetThroughWhomTheServiceRefuses() {
        String place = "/answer?body=&status=401";
        IdentityCheck check = check(place + "#/id", null);

        assertThatThrownBy(() -> check.require("backend", "alice"))
                .isInstanceOf(EnvironmentNotReadyException.class)
                .hasMessage("""
                        Service 'backend' refuses user 'alice'.
                          answer:     backend does not know the caller 'alice' (GET /answer?body=&status=401#/id → 401)
                          user from:  goldenpath.yaml:8
                          grant:      token
                          what to do: Correct what the user is declared with, or find out why the service refuses it. \
                        No other way in is tried.""");
    }

    @Test
    void whoeverIsNotRefusedIsLetThrough() {
        assertThatNoException()
                .isThrownBy(() -> check(answering("{}") + "#/id", null).require("backend", "alice"));
        assertThatNoException()
                .isThrownBy(() -> check("/answer?body=&status=500#/id", null).require("backend", "alice"));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429})
    void anErrorOfTheServiceSaysNothing(int status) {
        String place = "/answer?status=" + status;

        assertThat(check(place + "#/id", null).check("backend", "alice"))
                .isEqualTo(new IdentityAnswer(
                        Outcome.UNKNOWN,
                        "backend could not be asked whether the caller is 'alice': GET " + SERVER.url() + place
                                + " as alice → " + status));
        assertThat(evidence(Identity.class)).isEmpty();
    }

    @Test
    void whatIsNotKnownIsAskedAgain() {
        IdentityCheck check = check("/ready-after/2/identity#/status", "up");

        assertThat(check.check("backend", "alice").outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(check.check("backend", "alice").outcome()).isEqualTo(Outcome.CONFIRMED);
        assertThat(check.check("backend", "alice").outcome()).isEqualTo(Outcome.CONFIRMED);
        assertThat(evidence(HttpExchange.class)).hasSize(2);
    }

    @Test
    void nobodyThereSaysNothing() {
        assertThat(check("/me#/id", null).check("away", "alice"))
                .isEqualTo(new IdentityAnswer(
                        Outcome.UNKNOWN,
                        "away could not be asked whether the caller is 'alice': GET http://127.0.0.1:1/me as alice: "
                                + "connection refused"));
    }

    @Test
    void aServiceThatDeclaresNoneIsNotAsked() {
        assertThat(check("/me#/id", null).check("plain", "alice"))
                .isEqualTo(new IdentityAnswer(Outcome.NOT_DECLARED, "plain declares no identity"));
        assertThat(recorded).isEmpty();
    }

    @Test
    void theCallIsTheLibrarysOwnAndTheUsers() {
        check(answering("{}") + "#/id", null).check("backend", "alice");

        HttpExchange exchange = only(HttpExchange.class);
        assertThat(exchange.purpose()).isEqualTo("identity");
        assertThat(exchange.user()).isEqualTo("alice");
        assertThat(exchange.requestHeaders()).containsEntry("Authorization", List.of("***"));
        assertThat(exchange.answered()).isFalse();
        assertThat(recorded).allMatch(one -> one.phase() == Phase.PROBE && one.test() == null);
    }

    @Test
    void whoeverComesMeanwhileWaitsForTheSameAnswer() throws Exception {
        IdentityCheck check = check("/slow?before=200&within=1#/id", null);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<IdentityAnswer>> answers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answers.add(threads.submit(() -> check.check("backend", "alice")));
        }
        threads.shutdown();
        for (Future<IdentityAnswer> answer : answers) {
            assertThat(answer.get(60, TimeUnit.SECONDS).outcome()).isEqualTo(Outcome.CONTRADICTED);
        }
        assertThat(evidence(HttpExchange.class)).hasSize(1);
    }

    @Test
    void eachUserIsAskedAbout() {
        IdentityCheck check = check(answering("{\"id\":\"bob\"}") + "#/id", null);

        assertThat(check.check("backend", "alice").outcome()).isEqualTo(Outcome.CONTRADICTED);
        assertThat(check.check("backend", "bob").outcome()).isEqualTo(Outcome.CONFIRMED);
        assertThat(evidence(Identity.class)).extracting(Identity::user).containsExactly("alice", "bob");
    }

    @Test
    void whatIsSaidIsRedacted() {
        redaction.addValue("bob-the-secret");

        assertThat(check(answering("{\"id\":\"bob-the-secret\"}") + "#/id", "a")
                        .check("backend", "alice")
                        .words())
                .contains("the caller is '***' (GET ")
                .doesNotContain("bob-the-secret");
        assertThat(only(Identity.class).says()).isEqualTo("***");
    }

    @Test
    void aUserThatIsNotDeclaredIsAMistake() {
        IdentityCheck check = check("/me#/id", null);

        assertThatThrownBy(() -> check.check("backend", "carol")).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> check.check("front", "alice")).isInstanceOf(ConfigurationException.class);
    }

    private static String answering(String body) {
        return "/answer?body=" + URLEncoder.encode(body, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private IdentityCheck check(String identity, String declared) {
        String claims = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"sub\":\"4711\"}".getBytes(StandardCharsets.UTF_8));
        String yaml = """
                environments:
                  local:
                    services:
                      backend: { url: "URL", identity: "PLACE" }
                      away: { url: "http://127.0.0.1:1", identity: "/me#/id" }
                      plain: { url: "URL" }
                    users:
                      alice: { service: backend, grant: token, username: alice@example.com, token: e30.CLAIMS.c2ln IDENTITY }
                      bob: { service: backend, grant: name, username: bob, password: pw }
                """.replace("URL", SERVER.url().toString())
                .replace("PLACE", identity)
                .replace("CLAIMS", claims)
                .replace(" IDENTITY", declared == null ? "" : ", identity: " + declared);
        Ledger ledger = new Ledger(RunClock.start(Clock.systemUTC()), List.of(recorded::add));
        Clients clients = new Clients(new Project(folder).yaml(yaml).load(), redaction, ledger.ofRun(Phase.PROBE));
        open.add(clients);
        return new IdentityCheck(clients);
    }

    private <E extends Evidence> E only(Class<E> kind) {
        assertThat(evidence(kind)).hasSize(1);
        return evidence(kind).get(0);
    }

    private <E extends Evidence> List<E> evidence(Class<E> kind) {
        return recorded.stream()
                .map(RecordedEvidence::evidence)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
