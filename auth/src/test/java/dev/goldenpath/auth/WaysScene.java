package dev.goldenpath.auth;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.client.UserSession;
import dev.goldenpath.environment.EnvironmentLoader;
import dev.goldenpath.evidence.Evidence;
import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.HttpExchange;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.readiness.IdentityCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An environment as a file describes it, with the users of one test, and all evidence recorded in it. */
final class WaysScene implements AutoCloseable {
    /** Of {@code idp} users get what makes calls theirs; {@code shop} says who it takes them for; {@code mute} does not. */
    private static final String SERVICES = """
            environments:
              local:
                services:
                  idp:
                    url: "%1$s"
                    login: { path: /session, username: /name, password: /password, cookie: sid }
                    tokens: %2$s
                  shop: { url: "%1$s", identity: /who#/id }
                  mute: { url: "%1$s" }
            %3$s    users:
            """;

    private static final String DISCOVERED = "{ discovery: /.well-known/openid-configuration }";

    private final Queue<RecordedEvidence> recorded = new ConcurrentLinkedQueue<>();
    private final Ledger ledger = new Ledger(RunClock.start(Clock.systemUTC()), List.of(this::keep));
    private final Recording test = ledger.ofTest("the test", 1);
    private final Clients clients;
    private volatile boolean forgetful;

    private WaysScene(String yaml, Map<String, String> variables) {
        try {
            Path folder = Files.createTempDirectory("ways");
            Path file = Files.writeString(folder.resolve("goldenpath.yaml"), yaml);
            try {
                clients = new Clients(
                        new EnvironmentLoader(Map.of(), variables, folder).load(null),
                        new Redaction(),
                        ledger.ofRun(Phase.PROBE));
            } finally {
                Files.delete(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        IdentityCheck identities = new IdentityCheck(clients);
        clients.admit(identities::require);
    }

    /** With the users that these lines declare. */
    static WaysScene of(URI url, String... users) {
        return of(url, Map.of(), users);
    }

    /** The same, where some variables have other values than those the server knows. */
    static WaysScene of(URI url, Map<String, String> variables, String... users) {
        return written(url, DISCOVERED, "", variables, users);
    }

    /** The same with one more service, as a line declares it. */
    static WaysScene withServices(URI url, String service, Map<String, String> variables, String... users) {
        return written(url, DISCOVERED, "      " + service + "\n", variables, users);
    }

    /** The same, where the issuer's {@code tokens} are declared so. */
    static WaysScene withTokens(URI url, String tokens, Map<String, String> variables, String... users) {
        return written(url, tokens, "", variables, users);
    }

    private static WaysScene written(
            URI url, String tokens, String service, Map<String, String> variables, String... users) {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "CLIENT_SECRET", WaysServer.CLIENT_SECRET,
                "PASSWORD", WaysServer.PASSWORD,
                "REFRESH_TOKEN", WaysServer.REFRESH_TOKEN,
                "TOKEN", WaysServer.TOKEN,
                "API_KEY", WaysServer.API_KEY));
        all.putAll(variables);
        StringBuilder yaml = new StringBuilder(SERVICES.formatted(url, tokens, service));
        for (String user : users) {
            yaml.append("      ").append(user).append('\n');
        }
        return new WaysScene(yaml.toString(), all);
    }

    private void keep(RecordedEvidence evidence) {
        if (!forgetful || !evidence.phase().equals(Phase.TEST)) {
            recorded.add(evidence);
        }
    }

    /** Keeps nothing of the calls of the test from now on: there will be many. */
    void forgetTheCalls() {
        forgetful = true;
    }

    /** A client of a service as a user, as the provider on the class path makes both. */
    ServiceClient as(String user, String service) {
        return (ServiceClient) clients.create(
                ServiceClient.class, clients.environment().service(service), user, () -> test, new UserSession());
    }

    ServiceClient as(String user) {
        return as(user, "mute");
    }

    /** A user who has not logged in yet; the same each time. */
    RequestAuthorizer user(String name) {
        return clients.authorizer(name);
    }

    Clients clients() {
        return clients;
    }

    List<RecordedEvidence> recorded() {
        return List.copyOf(recorded);
    }

    <E extends Evidence> List<E> evidence(Class<E> type) {
        return recorded.stream()
                .map(RecordedEvidence::evidence)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** Why the library made its own calls, in their order. */
    List<String> purposes() {
        return evidence(HttpExchange.class).stream()
                .map(HttpExchange::purpose)
                .filter(purpose -> purpose != null)
                .toList();
    }

    List<Finding> findings() {
        return evidence(Finding.class);
    }

    @Override
    public void close() {
        clients.close();
    }
}
