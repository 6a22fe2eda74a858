package dev.goldenpath.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.goldenpath.Waiting;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.launch.LockFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of leases whose holder is gone, or comes back too late. */
class LostLeaseTest {
    private static final String POOL = "free: { users: [u1], expiry: 1s }";

    @TempDir
    private Path folder;

    private PoolScene scene;

    @BeforeEach
    void prepare() {
        scene = new PoolScene(folder);
    }

    @Test
    void theUserOfAKilledProcessComesBack() {
        Environment environment = scene.environment(POOL);
        try (Leaser other = Leaser.start(folder, "hold");
                UserPools pools = new UserPools(environment)) {
            assertThat(other.says()).isEqualTo("holds u1");
            other.kill();
            assertThat(scene.held()).hasSize(1);
            assertThat(pools.lease("free", "next").user()).isEqualTo("u1");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no SIGSTOP")
    void whoWasSuspendedForTooLongHasLostTheUserAndIsToldWhoHasIt() throws Exception {
        Environment environment = scene.environment(POOL);
        try (Leaser other = Leaser.start(folder, "hold");
                UserPools pools = new UserPools(environment)) {
            assertThat(other.says()).isEqualTo("holds u1");
            // With the lock, so that it is not stopped while it has it.
            LockFile.holding(scene.leases().resolve("lock"), Duration.ofSeconds(30), () -> {
                signal("STOP", other);
                return other;
            });
            UserLease taken = pools.lease("free", "who came later");
            signal("CONT", other);
            other.tell("check");
            assertThat(other.says())
                    .startsWith(
                            "lost: The lease of user 'u1' of pool 'free' was lost: another test may have used this user"
                                    + " at the same time.|")
                    .contains("|  now:        held by process "
                            + ProcessHandle.current().pid() + " on " + HostName.ofThisMachine() + " since ")
                    .contains(" for who came later|");
            other.tell("close");
            assertThat(other.says()).startsWith("lost: The lease of user 'u1'");
            other.tell("check");
            assertThat(other.says()).startsWith("lost: ");
            taken.requireHeld();
            taken.close();
        }
    }

    @Test
    void aLeaseThatAnotherHasTakenIsLostAtTheNextRenewal() throws IOException {
        try (UserPools pools = new UserPools(scene.environment("free: { users: [u1], expiry: 3s }"))) {
            UserLease held = pools.lease("free", "a");
            replace("{\"holder\":\"x\",\"pid\":7,\"host\":\"far\",\"since\":\"2026-01-02T03:04:05Z\",\"for\":\"b\","
                    + "\"expiryMillis\":1000,\"counter\":0}");
            Waiting.until(() -> isLost(held));
            assertThatThrownBy(held::close)
                    .isInstanceOf(UserLeaseLostException.class)
                    .hasMessage("""
                            The lease of user 'u1' of pool 'free' was lost: another test may have used this user at the same time.
                              why:        it is not this JVM's any more
                              now:        held by process 7 on far since 2026-01-02T03:04:05Z for b
                              what to do: Look for what has held up this JVM (a breakpoint, a paused container, no memory), or \
                            raise 'expiry' of the pool (goldenpath.yaml:11).""");
            held.close();
            assertThat(scene.held()).hasSize(1);
        }
    }

    @Test
    void closingFindsALossThatNobodyHasNoticed() throws IOException {
        UserPools pools = new UserPools(scene.environment("free: { users: [u1], expiry: 10m }"));
        pools.lease("free", "a");
        Files.delete(scene.held().get(0));
        assertThatThrownBy(pools::close)
                .isInstanceOfSatisfying(
                        UserLeaseLostException.class,
                        e -> assertThat(e.facts())
                                .startsWith(
                                        Fact.of("why", "it is not this JVM's any more"),
                                        Fact.of("now", "held by nobody")));
    }

    @Test
    void whatIsNotRenewedInTimeIsLostThoughNobodyTookIt() {
        Environment environment = scene.environment(POOL);
        Account account = Account.of(environment, "u1");
        LeaseFolder leases = new LeaseFolder(scene.leases());
        LeaseNote note = new LeaseNote("h", 1, "here", Instant.EPOCH, "a", Duration.ofSeconds(1), 0);
        long longAgo = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(1_200);
        HeldAccount late = new HeldAccount(account, environment.pool("free"), leases, note, longAgo);
        UserLeaseLostException lost = catchThrowableOfType(UserLeaseLostException.class, late::requireHeld);
        assertThat(lost.facts().get(0).value()).matches("it was not renewed for 1\\.\\d s, and it expires after 1 s");
        assertThatThrownBy(late::release).hasMessage(lost.getMessage());
    }

    @Test
    void aFileThatNobodyCanHaveWrittenExpiresToo() throws IOException {
        try (UserPools pools = new UserPools(scene.environment(
                "free: { users: [u1], expiry: 1s }", "hasty: { users: [u1], wait: 0s, expiry: 2s }"))) {
            for (String corrupt : new String[] {"", "{\"holder\":\"x\",\"pid", "\u0000\uffff", "[]"}) {
                pools.lease("free", "a").close();
                Files.writeString(
                        scene.leases()
                                .resolve(Account.of(scene.environment(POOL), "u1")
                                        .file()),
                        corrupt);
                EnvironmentNotReadyException refused =
                        catchThrowableOfType(EnvironmentNotReadyException.class, () -> pools.lease("hasty", "b"));
                assertThat(refused.facts().get(0).value())
                        .isEqualTo("held by whoever wrote " + scene.held().get(0)
                                + ", which can't be understood; free once nobody has written it for 2 s");
                try (UserLease taken = pools.lease("free", "c")) {
                    assertThat(taken.user()).isEqualTo("u1");
                }
            }
        }
    }

    private void replace(String content) throws IOException {
        LockFile.holding(
                scene.leases().resolve("lock"),
                Duration.ofSeconds(30),
                () -> Files.writeString(scene.held().get(0), content));
    }

    private static boolean isLost(UserLease lease) {
        try {
            lease.requireHeld();
            return false;
        } catch (UserLeaseLostException e) {
            return true;
        }
    }

    private static void signal(String name, Leaser to) throws IOException {
        try {
            Process kill = new ProcessBuilder("sh", "-c", "kill -" + name + " " + to.pid())
                    .inheritIO()
                    .start();
            assertThat(kill.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(kill.exitValue()).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
