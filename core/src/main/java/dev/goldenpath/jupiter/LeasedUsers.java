package dev.goldenpath.jupiter;

import dev.goldenpath.client.UserSession;
import dev.goldenpath.evidence.Answer;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Phase;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Step;
import dev.goldenpath.users.UserLease;
import dev.goldenpath.users.UserLeaseLostException;
import dev.goldenpath.users.Users;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The users that one test, class or factory has leased; given back when JUnit closes its context. Thread-safe. */
final class LeasedUsers implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(LeasedUsers.class);

    private final ExtensionContext context;
    private final Recording recording;
    private final Map<Role, UserLease> leases = new LinkedHashMap<>();

    /** The same for all parameters and fields that are to have the same user. */
    private record Role(String environment, String pool, String name) {}

    private LeasedUsers(ExtensionContext context, Recording recording) {
        this.context = context;
        this.recording = recording;
    }

    /** Those of this very context. */
    static LeasedUsers of(ExtensionContext context, RunSession session) {
        // By id, for a store asks those of the contexts around it, too: a test must not get its class's users.
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        context.getUniqueId(),
                        id -> new LeasedUsers(context, session.recordingOf(context)),
                        LeasedUsers.class);
    }

    /** The lease of this role, taken by the first to ask. */
    UserLease lease(AsAnyUser wanted, EnvironmentSession opened) {
        return lease(wanted.from(), wanted.as(), opened);
    }

    private synchronized UserLease lease(String pool, String as, EnvironmentSession opened) {
        Role role = new Role(opened.environment().name(), pool, as);
        UserLease known = leases.get(role);
        if (known != null) {
            return known;
        }
        long begun = System.nanoTime();
        Phase begunIn = recording.phase();
        UserLease lease = opened.pools()
                .lease(
                        pool,
                        context.getUniqueId(),
                        within(context).flatMap(LeasedUsers::leases).toList());
        leases.put(role, lease);
        recording.record(
                new Step(
                        "leased user '" + lease.user() + "' of pool '" + lease.pool() + "'"
                                + (as.isEmpty() ? "" : " as '" + as + "'"),
                        lease.waited(),
                        null,
                        lease.user()),
                begunIn,
                begun);
        return lease;
    }

    /** Leases of so many users of a pool, taken by the first to ask. */
    List<UserLease> leases(Users wanted, EnvironmentSession opened) {
        Supplier<List<UserLease>> all = () -> IntStream.rangeClosed(1, wanted.count())
                .mapToObj(number -> lease(wanted.from(), "user " + number + " of " + wanted.count(), opened))
                .toList();
        return wanted.count() == 1 ? all.get() : opened.pools().inTurn(wanted.from(), all);
    }

    /** What all clients of a leased user share in this context. It can't be used any more once the lease is lost. */
    static UserSession session(ExtensionContext context, UserLease lease) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(lease, held -> new UserSession(held::requireHeld), UserSession.class);
    }

    /** What speaks against a test that had answers for a user that this test, or what is around it, has lost. */
    static List<Fact> lost(ExtensionContext test, Collection<Answer> answers) {
        return within(test)
                .flatMap(LeasedUsers::leases)
                .filter(lease ->
                        answers.stream().anyMatch(answer -> lease.user().equals(answer.user())))
                .flatMap(lease -> loss(lease).stream())
                .toList();
    }

    private static Optional<Fact> loss(UserLease lease) {
        try {
            lease.requireHeld();
            return Optional.empty();
        } catch (UserLeaseLostException e) {
            return Optional.of(Fact.of("user lease", String.valueOf(e.getMessage())));
        }
    }

    /** Those of a context and of the ones around it. */
    private static Stream<LeasedUsers> within(ExtensionContext context) {
        return Stream.iterate(
                        Optional.of(context), Optional::isPresent, next -> next.flatMap(ExtensionContext::getParent))
                .flatMap(Optional::stream)
                .flatMap(
                        each -> Stream.ofNullable(each.getStore(NAMESPACE).get(each.getUniqueId(), LeasedUsers.class)));
    }

    private synchronized Stream<UserLease> leases() {
        return List.copyOf(leases.values()).stream();
    }

    /** Gives all of them back. JUnit before 5.13 asks for the one type, later ones for the other. */
    @Override
    public synchronized void close() {
        List<UserLeaseLostException> losses = new ArrayList<>();
        for (UserLease lease : leases.values()) {
            try {
                lease.close();
            } catch (UserLeaseLostException e) {
                losses.add(e);
            }
        }
        leases.clear();
        if (!losses.isEmpty()) {
            UserLeaseLostException first = losses.get(0);
            losses.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }
}
