package dev.goldenpath.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.Project;
import dev.goldenpath.environment.ServiceAddress;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.http.ServiceClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientsTest {
    private final Recording recording = new Ledger(RunClock.start(Clock.systemUTC()), List.of()).ofRun(Phase.PROBE);

    @TempDir
    private Path folder;

    private Clients clients;
    private ServiceEndpoint backend;

    @BeforeEach
    void openClients() {
        Environment environment = new Project(folder).yaml("""
                        environments:
                          local:
                            services:
                              backend: { url: "http://127.0.0.1:1" }
                            users:
                              alice: { service: backend, grant: kerberos, username: alice, password: pw }
                              bob: { grant: basic, username: bob, password: pw }
                              carol: { service: backend, grant: tokn, username: carol, token: pw }
                        """).load();
        backend = environment.service("backend");
        clients = new Clients(environment, new Redaction(), recording);
    }

    @AfterEach
    void closeClients() {
        clients.close();
    }

    @Test
    void knowsWhatProvidersOnTheClassPathMake() {
        assertThat(Clients.knownTypes()).containsExactlyInAnyOrder(ServiceClient.class, ServiceAddress.class);
    }

    @Test
    void looksForProvidersOnceAndNotForEveryParameter() {
        assertThat(Clients.knownTypes()).isUnmodifiable().isSameAs(Clients.knownTypes());
    }

    @Test
    void makesAnAnonymousClientWithoutACall() {
        assertThat(clients.create(ServiceClient.class, backend, null, () -> recording, new UserSession()))
                .isInstanceOf(ServiceClient.class)
                .hasToString("client of backend");
        assertThat(clients.forOwnCalls(ServiceClient.class, backend, "login")).hasToString("client of backend");
    }

    @Test
    void aUserThatIsNotDeclared() {
        assertThatThrownBy(
                        () -> clients.create(ServiceClient.class, backend, "alise", () -> recording, new UserSession()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "Environment 'local' has no user 'alise'. Did you mean 'alice'? Declared: alice, bob, carol."
                                + " Declare it under environments.local.users in goldenpath.yaml.");
    }

    @Test
    void aGrantThatNothingKnows() {
        assertThatThrownBy(
                        () -> clients.create(ServiceClient.class, backend, "alice", () -> recording, new UserSession()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Nothing on the class path knows the grant 'kerberos' of user 'alice' (goldenpath.yaml:6)."
                        + " Known: gated, token. Correct it, or add the library whose provider knows it.");
        assertThatThrownBy(() -> clients.authorizer("bob"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Nothing on the class path knows the grant 'basic' of user 'bob' (goldenpath.yaml:7)."
                        + " Known: gated, token. It comes with dev.goldenpath:goldenpath-auth.");
        assertThatThrownBy(() -> clients.authorizer("carol"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Nothing on the class path knows the grant 'tokn' of user 'carol' (goldenpath.yaml:8)."
                        + " Did you mean 'token'? Known: gated, token. Correct it, or add the library whose provider knows"
                        + " it.");
    }

    @Test
    void aTypeThatNothingMakes() {
        assertThatThrownBy(() -> clients.create(String.class, backend, null, () -> recording, new UserSession()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No provider on the class path makes a java.lang.String;"
                        + " those that are there make [dev.goldenpath.http.ServiceClient,"
                        + " dev.goldenpath.environment.ServiceAddress]");
    }
}
