package dev.goldenpath.users;

import dev.goldenpath.client.Pause;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.UserPool;
import dev.goldenpath.launch.LockHeldException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The pools of one environment. A lease of a user excludes every other lease of the same account, of whichever pool,
 * environment, thread, process or machine, that goes by the same folder. Of a holder that ends without giving back, the
 * leases expire. Thread-safe.
 *
 * @since 0.1.0
 */
public final class UserPools implements AutoCloseable {
    private static final int SHORTEST_PAUSE_MILLIS = 35;
    private static final int LONGEST_PAUSE_MILLIS = 65;

    /** Also who looks only once waits for others that are just looking. */
    private static final Duration LEAST_FOR_LOCK = Duration.ofSeconds(1);

    private final Environment environment;
    private final AccountSearch search = new AccountSearch(Clock.systemUTC());
    private final LeaseRenewal renewal = new LeaseRenewal();
    private final Map<String, List<Account>> accounts = new ConcurrentHashMap<>();

    private final Object state = new Object();
    private final Set<UserLease> open = new LinkedHashSet<>();
    private boolean closed;

    /** The pools that this environment declares. Touches no folder until a user is leased. */
    public UserPools(Environment environment) {
        this.environment = environment;
    }

    /**
     * Leases a user of a pool, and waits for one to be free for as long as the pool says.
     *
     * @param forWhom who will hold it, for the messages of those who wait: a test's id, for example
     * @throws ConfigurationException when no such pool is declared, or its folder can't be used
     * @throws EnvironmentNotReadyException when none was free in time, and the facts tell who holds them; or when it
     *     could not be found out, because somebody has the lock of the pool's folder
     * @throws IllegalStateException when this is closed
     */
    public UserLease lease(String pool, String forWhom) {
        return lease(pool, forWhom, List.of());
    }

    /**
     * As above, for one who has other leases.
     *
     * @param kept leases that are not given back before this one is had: where they are of all users of the pool, there
     *     is nothing to wait for
     * @throws ConfigurationException also in that case
     */
    public UserLease lease(String pool, String forWhom, Collection<UserLease> kept) {
        UserPool declared = environment.pool(pool);
        List<Account> all = accounts.computeIfAbsent(pool, name -> accounts(declared));
        Set<Account.Key> own = kept.stream().map(lease -> lease.account().key()).collect(Collectors.toSet());
        if (all.stream().allMatch(account -> own.contains(account.key()))) {
            throw NoLease.exhausted(declared, forWhom);
        }
        long begun = System.nanoTime();
        HeldAccount held =
                await(declared, all, forWhom, begun + declared.patience().toNanos());
        return open(held, declared, Duration.ofNanos(System.nanoTime() - begun));
    }

    private List<Account> accounts(UserPool pool) {
        return pool.users().stream().map(user -> Account.of(environment, user)).toList();
    }

    /**
     * Has {@code leasing} lease several users of a pool, while nobody else who goes by the same folder does so: two who have a
     * part each of what they need would wait for each other until both give up.
     *
     * @throws EnvironmentNotReadyException when others take their turns for as long as the pool lets anybody wait
     * @throws ConfigurationException when no such pool is declared, or its folder can't be used
     */
    public <T> T inTurn(String pool, Supplier<T> leasing) {
        UserPool declared = environment.pool(pool);
        Duration limit = declared.patience().compareTo(LEAST_FOR_LOCK) > 0 ? declared.patience() : LEAST_FOR_LOCK;
        try {
            return new LeaseFolder(declared.folder()).inTurn(limit, leasing::get);
        } catch (LockHeldException e) {
            throw NoLease.noTurn(declared, limit, e);
        } catch (IOException e) {
            throw Thread.currentThread().isInterrupted()
                    ? NoLease.interrupted(declared)
                    : NoLease.unusable(declared, e);
        }
    }

    private HeldAccount await(UserPool pool, List<Account> accounts, String forWhom, long deadlineNanos) {
        while (true) {
            requireOpen();
            AccountSearch.Look look = look(pool, accounts, forWhom, deadlineNanos);
            if (look.held() != null) {
                return look.held();
            }
            // Not all at the same moment, so that everybody gets a turn.
            long pause = ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
            if (!Pause.isOver(Duration.ofMillis(pause), deadlineNanos)) {
                throw Thread.currentThread().isInterrupted()
                        ? NoLease.interrupted(pool)
                        : NoLease.notFree(pool, look.holders());
            }
        }
    }

    private AccountSearch.Look look(UserPool pool, List<Account> accounts, String forWhom, long deadlineNanos) {
        Duration left = Duration.ofNanos(deadlineNanos - System.nanoTime());
        try {
            return search.look(pool, accounts, forWhom, left.compareTo(LEAST_FOR_LOCK) > 0 ? left : LEAST_FOR_LOCK);
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw NoLease.interrupted(pool);
            }
            if (e instanceof LockHeldException) {
                throw NoLease.locked(pool, e);
            }
            throw NoLease.unusable(pool, e);
        }
    }

    private UserLease open(HeldAccount held, UserPool pool, Duration waited) {
        synchronized (state) {
            if (!closed) {
                UserLease lease = new UserLease(held, pool.name(), waited, renewal.of(held), this::forget);
                open.add(lease);
                return lease;
            }
        }
        held.release();
        throw closed();
    }

    private void forget(UserLease lease) {
        synchronized (state) {
            open.remove(lease);
            search.released(lease.account());
        }
    }

    private void requireOpen() {
        synchronized (state) {
            if (closed) {
                throw closed();
            }
        }
    }

    /**
     * Gives all users back that are still leased.
     *
     * @throws UserLeaseLostException when a lease among them was lost; the others are given back
     */
    @Override
    public void close() {
        List<UserLease> left;
        synchronized (state) {
            closed = true;
            left = List.copyOf(open);
        }
        List<UserLeaseLostException> losses = new ArrayList<>();
        for (UserLease lease : left) {
            try {
                lease.close();
            } catch (UserLeaseLostException e) {
                losses.add(e);
            }
        }
        renewal.close();
        if (!losses.isEmpty()) {
            UserLeaseLostException first = losses.get(0);
            losses.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }

    private IllegalStateException closed() {
        return new IllegalStateException("The user pools of environment '" + environment.name()
                + "' are closed, so no user can be leased. Lease it while the run goes on.");
    }
}
