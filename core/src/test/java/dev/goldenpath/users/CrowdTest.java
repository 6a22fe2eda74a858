package dev.goldenpath.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.client.Clients;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.evidence.Ledger;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.evidence.RunClock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrowdTest {
    @TempDir
    private Path folder;

    @Test
    void aClientThatFailsToCloseFailsItsUserAndNothingThatComesLaterCounts() {
        Environment environment = new PoolScene(folder).environment("free: { users: [u1] }");
        Recording recording = new Ledger(RunClock.start(Clock.systemUTC()), List.of()).ofRun(Phase.TEST);
        try (UserPools pools = new UserPools(environment);
                UserLease lease = pools.lease("free", "test");
                Clients clients = new Clients(environment, new Redaction(), recording)) {
            Crowd.Run<String> run =
                    new Crowd.Run<>(new VirtualUser(1, lease, clients, recording, new Steps(), new Isolation()));
            UserOutcome closing = outcome(new IllegalStateException("can't be closed"));

            run.end(outcome(null));
            assertThat(run.outcome().passed()).isTrue();
            run.end(closing);
            run.end(outcome(new IllegalStateException("later")));
            run.end(outcome(null));

            assertThat(run.outcome()).isSameAs(closing);
        }
    }

    private static UserOutcome outcome(@Nullable Throwable thrown) {
        return new UserOutcome("u1", 1, 1, Duration.ZERO, thrown, null);
    }
}
