package dev.goldenpath.users;

import dev.goldenpath.environment.UserPool;
import dev.goldenpath.evidence.Fact;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks through a pool for an account that nobody holds, or whose holder is gone. Thread-safe. */
final class AccountSearch {
    private final InstantSource clock;
    private final Sightings sightings = new Sightings();
    private final String host = HostName.ofThisMachine();
    /** What this JVM has itself: looked at last, or each of a thousand leases would read the files of all before it. */
    private final Set<Account.Key> taken = ConcurrentHashMap.newKeySet();

    AccountSearch(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * What came of one look.
     *
     * @param held the account that is held from now on; {@code null} when none was free
     * @param holders else who holds which, by the user's name
     */
    record Look(@Nullable HeldAccount held, List<Fact> holders) {}

    /**
     * Looks once, and takes what it finds.
     *
     * @param limit for how long to wait for others that look, too
     * @throws dev.goldenpath.launch.LockHeldException when they take longer
     * @throws IOException also when the folder can't be used
     */
    Look look(UserPool pool, List<Account> accounts, String forWhom, Duration limit) throws IOException {
        LeaseFolder folder = new LeaseFolder(pool.folder());
        return folder.locked(limit, () -> {
            Map<Account, Fact> holders = new HashMap<>();
            for (Account account : order(accounts)) {
                Optional<String> holder = holder(account, pool, folder);
                if (holder.isEmpty()) {
                    return new Look(take(account, pool, folder, forWhom), List.of());
                }
                holders.put(account, Fact.of(account.user(), holder.get()));
            }
            return new Look(
                    null,
                    accounts.stream()
                            .flatMap(account -> Stream.ofNullable(holders.get(account)))
                            .toList());
        });
    }

    private List<Account> order(List<Account> accounts) {
        List<Account> order = new ArrayList<>();
        List<Account> last = new ArrayList<>();
        // Not always the first one: tests would wait for it to be released while others are free.
        int first = ThreadLocalRandom.current().nextInt(accounts.size());
        for (int i = 0; i < accounts.size(); i++) {
            Account account = accounts.get((first + i) % accounts.size());
            (taken.contains(account.key()) ? last : order).add(account);
        }
        order.addAll(last);
        return order;
    }

    /** This JVM does not have it any more. */
    void released(Account account) {
        taken.remove(account.key());
    }

    /** In words, who holds it; empty where nobody does, or nobody has renewed the lease for as long as it says itself. */
    private Optional<String> holder(Account account, UserPool pool, LeaseFolder folder) throws IOException {
        Path file = folder.file(account);
        long before = System.nanoTime();
        Optional<String> content = folder.read(account);
        if (content.isEmpty()) {
            sightings.forget(file);
            return Optional.empty();
        }
        Optional<LeaseNote> note = LeaseNote.parse(content.get());
        Duration expiry = note.map(LeaseNote::expiry).orElse(pool.expiry());
        if (sightings.unchanged(file, content.get(), before).compareTo(expiry) >= 0) {
            sightings.forget(file);
            return Optional.empty();
        }
        return Optional.of(note.map(LeaseNote::words)
                .orElse("held by whoever wrote " + file
                        + ", which can't be understood; free once nobody has written it for " + Words.of(expiry)));
    }

    private HeldAccount take(Account account, UserPool pool, LeaseFolder folder, String forWhom) throws IOException {
        Instant since = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        LeaseNote note = new LeaseNote(
                UUID.randomUUID().toString(), ProcessHandle.current().pid(), host, since, forWhom, pool.expiry(), 0);
        long before = System.nanoTime();
        folder.write(account, note);
        taken.add(account.key());
        return new HeldAccount(account, pool, folder, note, before);
    }
}
