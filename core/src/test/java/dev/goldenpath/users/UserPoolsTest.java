package dev.goldenpath.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.launch.LockFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserPoolsTest {
    private static final int LIMIT_SECONDS = 60;

    @TempDir
    private Path folder;

    private final List<UserPools> opened = new ArrayList<>();
    private PoolScene scene;

    @BeforeEach
    void prepare() {
        scene = new PoolScene(folder);
    }

    @AfterEach
    void closeAll() {
        opened.forEach(UserPools::close);
    }

    private UserPools pools(String... pools) {
        UserPools made = new UserPools(scene.environment(pools));
        opened.add(made);
        return made;
    }

    @Test
    void eachUserIsHeldByOneAndComesBackWhenItIsClosed() {
        UserPools pools = pools("free: { users: [u1, u2], wait: 0s }");
        UserLease first = pools.lease("free", "a");
        UserLease second = pools.lease("free", "b");
        assertThat(List.of(first.user(), second.user())).containsExactlyInAnyOrder("u1", "u2");
        assertThat(first.pool()).isEqualTo("free");
        assertThat(first).hasToString("lease of user '" + first.user() + "' of pool 'free'");
        assertThatThrownBy(() -> pools.lease("free", "c")).isInstanceOf(EnvironmentNotReadyException.class);
        first.close();
        first.close();
        try (UserLease third = pools.lease("free", "c")) {
            assertThat(third.user()).isEqualTo(first.user());
            third.requireHeld();
        }
        second.close();
        assertThat(scene.held()).isEmpty();
    }

    @Test
    void isOfUseWithoutJUnit() {
        Environment environment = scene.environment("free-tier: { users: [u1, u2] }");
        try (UserPools pools = new UserPools(environment);
                UserLease lease = pools.lease("free-tier", "nightly import")) {
            assertThat(environment.user(lease.user()).username()).isPresent();
            lease.requireHeld();
        }
        assertThat(scene.held()).isEmpty();
    }

    @Test
    void whoFindsNoneFreeIsToldWhoHoldsThem() {
        UserPools pools = pools("free: { users: [u1, u2], wait: 300ms }");
        try (UserLease first = pools.lease("free", "test a");
                UserLease second = pools.lease("free", "test b")) {
            EnvironmentNotReadyException refused =
                    catchThrowableOfType(EnvironmentNotReadyException.class, () -> pools.lease("free", "test c"));
            String a = first.user().equals("u1") ? "a" : "b";
            String b = second.user().equals("u2") ? "b" : "a";
            assertThat(refused.rootCause()).isEqualTo("No user of pool 'free' was free within 0.3 s.");
            assertThat(refused.getMessage().replaceAll("since [^ ]+ ", "since TIME "))
                    .isEqualTo("""
                            No user of pool 'free' was free within 0.3 s.
                              u1:         held by process PID on HOST since TIME for test %s
                              u2:         held by process PID on HOST since TIME for test %s
                              what to do: Add users to the pool (goldenpath.yaml:11), raise its 'wait', or end what holds \
                            them. What was killed gives its user back by itself, once its lease has expired.""".formatted(a, b).replace(
                            "PID", Long.toString(ProcessHandle.current().pid())).replace(
                            "HOST", HostName.ofThisMachine()));
        }
    }

    @Test
    void twoPoolsAndTwoEnvironmentsThatNameTheSameAccountExcludeEachOther() {
        UserPools pools = pools("one: { users: [u1], wait: 0s }", "two: { users: [u1], wait: 0s }");
        UserPools elsewhere = pools("three: { users: [u1], wait: 0s }");
        UserLease held = pools.lease("one", "a");
        assertThatThrownBy(() -> pools.lease("two", "b")).isInstanceOf(EnvironmentNotReadyException.class);
        assertThatThrownBy(() -> elsewhere.lease("three", "c")).isInstanceOf(EnvironmentNotReadyException.class);
        held.close();
        elsewhere.lease("three", "c").close();
    }

    @Test
    void theSameNameAtAnotherAddressIsAnotherAccount() {
        UserPools here = pools("one: { users: [u1], wait: 0s }");
        UserPools there = new UserPools(scene.at("http://127.0.0.1:2", "one: { users: [u1], wait: 0s }"));
        opened.add(there);
        here.lease("one", "a");
        assertThat(there.lease("one", "b").user()).isEqualTo("u1");
    }

    @Test
    void whoHoldsAllOfThemAlreadyIsNotLeftWaiting() {
        UserPools pools = pools("free: { users: [u1, u2], wait: 1h }", "other: { users: [u2], wait: 1h }");
        List<UserLease> kept = List.of(pools.lease("free", "test a"), pools.lease("free", "test a"));
        assertThatThrownBy(() -> pools.lease("free", "test a", kept))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "Pool 'free' (goldenpath.yaml:11) has no user left for test a: it, or what it is part of, holds"
                                + " all of them already: u1, u2. Add users to the pool, or let one test play fewer roles.");
        assertThatThrownBy(() -> pools.lease("other", "test a", kept)).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void anUnknownPoolIsRefusedWithThoseThatAreKnown() {
        UserPools pools = pools("free-tier: { users: [u1] }", "paid: { users: [u2] }");
        assertThatThrownBy(() -> pools.lease("free-teir", "a"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "Environment 'local' has no pool 'free-teir'. Did you mean 'free-tier'? Declared: free-tier, paid."
                                + " Declare it under environments.local.pools in goldenpath.yaml.");
    }

    @Test
    void manyThreadsNeverHoldOneUserAtATimeAndAllGetTheirTurn() throws Exception {
        UserPools pools = pools("free: { users: [u1, u2, u3] }");
        Set<String> inUse = ConcurrentHashMap.newKeySet();
        Callable<Integer> cycles = () -> {
            for (int i = 0; i < 10; i++) {
                try (UserLease lease =
                        pools.lease("free", Thread.currentThread().getName())) {
                    assertThat(inUse.add(lease.user())).isTrue();
                    lease.requireHeld();
                    assertThat(inUse.remove(lease.user())).isTrue();
                }
            }
            return 10;
        };
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            for (Future<Integer> done : threads.invokeAll(
                    List.of(cycles, cycles, cycles, cycles, cycles, cycles), LIMIT_SECONDS, TimeUnit.SECONDS)) {
                assertThat(done.get()).isEqualTo(10);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(scene.held()).isEmpty();
    }

    @Test
    void aLeaseOutlivesItsExpiryForItIsRenewed() throws IOException {
        UserPools pools = pools("free: { users: [u1], expiry: 1s, wait: 1500ms }");
        try (UserLease held = pools.lease("free", "a")) {
            // Who waits for longer than the expiry would take over what is not renewed.
            assertThatThrownBy(() -> pools.lease("free", "b")).isInstanceOf(EnvironmentNotReadyException.class);
            assertThat(LeaseNote.parse(Files.readString(scene.held().get(0)))
                            .orElseThrow()
                            .counter())
                    .isPositive();
            held.requireHeld();
        }
    }

    @Test
    void whoIsInterruptedWhileWaitingStopsAtOnce() throws Exception {
        UserPools pools = pools("free: { users: [u1], wait: 1h }");
        pools.lease("free", "a");
        FutureTask<Boolean> waiting = new FutureTask<>(() -> {
            assertThatThrownBy(() -> pools.lease("free", "b"))
                    .isInstanceOf(EnvironmentNotReadyException.class)
                    .hasMessage("The wait for a user of pool 'free' was interrupted.");
            return Thread.currentThread().isInterrupted();
        });
        Thread thread = new Thread(waiting);
        thread.start();
        thread.interrupt();
        assertThat(waiting.get(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anInterruptedThreadGivesItsUserBackAndStaysInterrupted() {
        UserPools pools = pools("free: { users: [u1], wait: 0s }");
        UserLease held = pools.lease("free", "a");
        Thread.currentThread().interrupt();
        held.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(pools.lease("free", "b").user()).isEqualTo("u1");
    }

    @Test
    void closingThePoolsGivesAllUsersBackAndEndsTheirThread() {
        UserPools pools = pools("free: { users: [u1, u2] }");
        UserLease held = pools.lease("free", "a");
        pools.lease("free", "b");
        pools.close();
        held.close();
        assertThat(scene.held()).isEmpty();
        assertThatThrownBy(() -> pools.lease("free", "c"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "The user pools of environment 'local' are closed, so no user can be leased. Lease it while the"
                                + " run goes on.");
    }

    @Test
    void whoCannotLookInTimeIsToldOfTheLock() throws Exception {
        UserPools pools = pools("free: { users: [u1], wait: 1200ms }");
        Path lock = scene.leases().resolve("lock");
        EnvironmentNotReadyException refused = LockFile.holding(lock, Duration.ZERO, () -> {
            FutureTask<UserLease> waiting = new FutureTask<>(() -> pools.lease("free", "a"));
            new Thread(waiting).start();
            try {
                throw new AssertionError("leased " + waiting.get(LIMIT_SECONDS, TimeUnit.SECONDS));
            } catch (ExecutionException e) {
                return (EnvironmentNotReadyException) e.getCause();
            } catch (InterruptedException | TimeoutException e) {
                throw new IOException(e);
            }
        });
        assertThat(refused.getMessage().replaceFirst("for \\d\\.?\\d? s\\b", "for TIME"))
                .isEqualTo("""
                        No user of pool 'free' could be looked for within 1.2 s.
                          lock:       another thread of this JVM has held, or waited for, LOCK for TIME
                          what to do: End what holds the lock, which takes a moment only, or raise 'wait' of the pool \
                        (goldenpath.yaml:11). Where nothing does, its folder may be on a file system that keeps no file \
                        locks: name another 'folder'.""".replace("LOCK", lock.toString()));
        assertThat(pools.lease("free", "a").user()).isEqualTo("u1");
    }

    @Test
    void aFolderThatCannotBeUsedIsNamed() throws IOException {
        Files.writeString(scene.leases(), "no folder");
        UserPools pools = pools("free: { users: [u1] }");
        assertThatThrownBy(() -> pools.lease("free", "a"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("The leases of pool 'free' (goldenpath.yaml:11) can't be kept in " + scene.leases()
                        + ": java.nio.file.FileAlreadyExistsException: " + scene.leases()
                        + ". Let this user read and write there, or name another 'folder' for the pool.");
    }
}
