package dev.goldenpath.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.Project;
import dev.goldenpath.evidence.Answer;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import dev.goldenpath.readiness.IdentityAnswer;
import dev.goldenpath.readiness.IdentityAnswer.Outcome;
import dev.goldenpath.readiness.IdentityCheck;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users who never get ready to be asked for; ManyUsersTest has those who do. */
class IdentityRoundTest {
    private static final Answer ALICE = new Answer("shop", "alice", "127.0.0.1:1");
    private static final Answer BOB = new Answer("shop", "bob", null);

    @TempDir
    private Path folder;

    private Environment environment;
    private Clients clients;

    @BeforeEach
    void open() {
        environment = new Project(folder).yaml("""
                environments:
                  local:
                    services: { shop: { url: "http://127.0.0.1:1", identity: "/me#/id", timeouts: { call: 200ms } } }
                    users:
                      alice: { service: shop, grant: never }
                      bob: { service: shop, grant: never }
                """).load();
        clients = new Clients(
                environment,
                new Redaction(),
                new Ledger(RunClock.start(Clock.systemUTC()), List.of()).ofRun(Phase.PROBE));
    }

    @AfterEach
    void close() {
        clients.close();
    }

    private IdentityRound round() {
        return new IdentityRound(new IdentityCheck(clients), environment, Duration.ofMillis(100));
    }

    @Test
    void whoCouldNotBeAskedForInTimeIsUnknown() {
        Answer elsewhere = new Answer("shop", "alice", "127.0.0.1:2");
        Map<Answer, IdentityAnswer> found = round().of(List.of(ALICE, BOB, elsewhere, new Answer("shop", null, null)));

        assertThat(found).containsOnlyKeys(ALICE, BOB, elsewhere);
        assertThat(found.get(ALICE))
                .isEqualTo(new IdentityAnswer(
                        Outcome.UNKNOWN,
                        "shop could not be asked whether the caller is 'alice': asking for 2 users was not done after "
                                + "0.3 s"))
                .isSameAs(found.get(elsewhere));
        assertThat(found.get(BOB).words()).contains("'bob'");
    }

    @Test
    void aTestThatIsInterruptedWaitsForNobody() {
        Thread.currentThread().interrupt();
        Map<Answer, IdentityAnswer> found = round().of(List.of(ALICE, BOB));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(found.get(BOB).words())
                .isEqualTo("shop could not be asked whether the caller is 'bob': the test was interrupted");
    }

    @Test
    void whatIsDeclaredWrongIsThrown() {
        assertThatThrownBy(
                        () -> round().of(List.of(new Answer("shop", "carol", null), new Answer("shop", "dave", null))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("carol");
    }
}
