package dev.goldenpath.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.Project;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserNamesTest {
    private static final String CLAIMS =
            Base64.getUrlEncoder().encodeToString("{\"sub\":\"u-2\"}".getBytes(StandardCharsets.UTF_8));

    private final Recording recording = new Ledger(RunClock.start(Clock.systemUTC()), List.of()).ofRun(Phase.PROBE);

    @TempDir
    private Path folder;

    private Clients clients;

    @BeforeEach
    void openClients() {
        Environment environment =
                new Project(folder).yaml("""
                        environments:
                          local:
                            services:
                              backend: { url: "http://127.0.0.1:1" }
                            users:
                              alice: { service: backend, grant: token, username: alice@example.com, token: opaque }
                              bob: { service: backend, grant: token, username: bob@example.com, token: h.CLAIMS.s }
                              carol: { service: backend, grant: token, username: carol, token: pw, identity: u-3 }
                        """.replace("CLAIMS", CLAIMS)).load();
        clients = new Clients(environment, new Redaction(), recording);
    }

    @Test
    void aDeclaredIdentityIsTheOnlyName() {
        assertThat(names("carol").names()).containsExactly("u-3");
    }

    @Test
    void elseItMayBeCalledByItsNamesAndTheSubjectOfItsToken() {
        assertThat(names("bob").names()).containsExactly("bob", "bob@example.com", "u-2");
        assertThat(names("bob").inWords()).isEqualTo("'bob' or 'bob@example.com' or 'u-2'");
        assertThat(names("bob").include("u-2")).isTrue();
        assertThat(names("bob").include("u-1")).isFalse();
    }

    @Test
    void aTokenThatIsNoJwtNamesNobody() {
        assertThat(names("alice").names()).containsExactly("alice", "alice@example.com");
    }

    @Test
    void aClientKnowsTheNamesOfItsUser() {
        assertThat(context(null).userNames()).isEmpty();
        assertThat(context("carol").boundTo(recording).userNames()).containsExactly("u-3");
        assertThat(context(null).as(clients.authorizer("carol")).userNames()).containsExactly("carol");
        assertThat(context("carol").knownAs(() -> Set.of("u-4")).userNames()).containsExactly("u-4");
    }

    private ClientContext context(@Nullable String user) {
        return clients.testContext(clients.environment().service("backend"), user, () -> recording);
    }

    private UserNames names(String user) {
        return UserNames.of(clients.environment().user(user), clients.authorizer(user));
    }
}
