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

    @Test
    void whoTakesNoNoticeOfItsInterruptIsLateAllTheSame() throws InterruptedException {
        UserOutcome swallowing = outcomeOf(Duration.ofMillis(200), user -> {
            try {
                user.pause(Duration.ofSeconds(30));
            } catch (InterruptedException e) {
                return "late";
            }
            return "done";
        });
        assertThat(swallowing.failure()).hasValue("u1: java.lang.IllegalStateException: not done after 0.2 s");

        UserOutcome throwing = outcomeOf(Duration.ofMillis(200), user -> {
            try {
                user.pause(Duration.ofSeconds(30));
            } catch (InterruptedException e) {
                throw new IllegalArgumentException("closed", e);
            }
            return "done";
        });
        assertThat(throwing.failure())
                .hasValue("u1: java.lang.IllegalStateException: not done after 0.2 s: "
                        + "java.lang.IllegalArgumentException: closed");
    }

    @Test
    void whoeverIsInTimeFailsWithWhatItThrowsWhateverThatIs() throws InterruptedException {
        UserOutcome interrupted = outcomeOf(Duration.ofSeconds(30), user -> {
            throw new InterruptedException("my own queue");
        });
        UserOutcome neither = outcomeOf(Duration.ofSeconds(30), user -> {
            throw sneaky(new Throwable("neither exception nor error"));
        });

        assertThat(interrupted.failure()).hasValue("u1: java.lang.InterruptedException: my own queue");
        assertThat(neither.failure()).hasValue("u1: java.lang.Throwable: neither exception nor error");
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private UserOutcome outcomeOf(Duration limit, UserCall<String> call) throws InterruptedException {
        Environment environment = new PoolScene(folder).environment("free: { users: [u1] }");
        Recording recording = new Ledger(RunClock.start(Clock.systemUTC()), List.of()).ofRun(Phase.TEST);
        try (UserPools pools = new UserPools(environment);
                UserLease lease = pools.lease("free", "test");
                Clients clients = new Clients(environment, new Redaction(), recording)) {
            VirtualUser user = new VirtualUser(1, lease, clients, recording, new Steps(), new Isolation());
            Pacing pacing = new Pacing(limit, Duration.ZERO, Duration.ZERO, 1, 0, 1);
            return new Crowd<>(List.of(user), pacing, call)
                    .run(Runnable::run)
                    .get(0)
                    .outcome();
        }
    }

    private static UserOutcome outcome(@Nullable Throwable thrown) {
        return new UserOutcome("u1", 1, 1, Duration.ZERO, thrown, null);
    }
}
