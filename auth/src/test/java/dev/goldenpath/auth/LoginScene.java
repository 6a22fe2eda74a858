package dev.goldenpath.auth;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.client.UserSession;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.EventSettings;
import dev.goldenpath.environment.LoginEndpoint;
import dev.goldenpath.environment.Origin;
import dev.goldenpath.environment.PeerPolicy;
import dev.goldenpath.environment.ProbeSettings;
import dev.goldenpath.environment.Secret;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.Setting;
import dev.goldenpath.environment.SocketSettings;
import dev.goldenpath.environment.Timeouts;
import dev.goldenpath.environment.UserAccount;
import dev.goldenpath.evidence.Evidence;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.RecordedEvidence;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.http.ServiceClient;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One environment with the service {@code auth} and its user {@code alice}, and all evidence recorded in it. */
final class LoginScene implements AutoCloseable {
    static final LoginEndpoint LOGIN = new LoginEndpoint(
            "/auth/login",
            "/user/name",
            "/user/password",
            "/session/access",
            "/session/refresh",
            "/auth/refresh",
            null);
    static final LoginEndpoint LOGIN_WITHOUT_REFRESH =
            new LoginEndpoint("/auth/login", "/user/name", "/user/password", "/session/access", null, null, null);

    private final Queue<RecordedEvidence> recorded = new ConcurrentLinkedQueue<>();
    private final Ledger ledger = new Ledger(RunClock.start(Clock.systemUTC()), List.of(recorded::add));
    private final Recording test = ledger.ofTest("the test", 1);
    private final Clients clients;

    LoginScene(URI url, LoginEndpoint login, String password) {
        ServiceEndpoint auth = new ServiceEndpoint(
                "auth",
                url,
                new Origin("goldenpath.yaml:4"),
                null,
                null,
                null,
                null,
                null,
                login,
                null,
                EventSettings.NONE,
                SocketSettings.DEFAULT,
                Map.of(),
                Timeouts.DEFAULT,
                null,
                null,
                false,
                null,
                ProbeSettings.NONE);
        Origin origin = new Origin("goldenpath.yaml:14");
        UserAccount alice = new UserAccount(
                "alice",
                "login",
                Map.of(
                        "service",
                        new Setting("users.alice.service", "auth", origin),
                        "username",
                        new Setting("users.alice.username", TokenServer.USER_NAME, origin)),
                Map.of("password", new Secret(password, new Origin("environment variable ALICE_PASSWORD"))),
                Map.of(),
                null,
                origin);
        Environment environment =
                Environment.of("local", PeerPolicy.DEFAULT, Map.of("auth", auth), Map.of("alice", alice));
        clients = new Clients(environment, new Redaction(), ledger.ofRun(Phase.PROBE));
    }

    LoginScene(URI url) {
        this(url, LOGIN, TokenServer.PASSWORD);
    }

    /** Alice, as the provider on the class path makes her. */
    ServiceClient asAlice() {
        return (ServiceClient) clients.create(
                ServiceClient.class, clients.environment().service("auth"), "alice", () -> test, new UserSession());
    }

    /** A new Alice, who has not logged in yet. */
    RequestAuthorizer alice(AuthUserProvider provider) {
        return provider.authorizer(clients.environment().user("alice"), clients);
    }

    RequestAuthorizer alice() {
        return alice(new AuthUserProvider());
    }

    Redaction redaction() {
        return clients.redaction();
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

    @Override
    public void close() {
        clients.close();
    }
}
