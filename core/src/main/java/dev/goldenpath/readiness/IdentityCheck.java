package dev.goldenpath.readiness;

import dev.goldenpath.client.Clients;
import dev.goldenpath.client.JsonText;
import dev.goldenpath.client.RedactedCause;
import dev.goldenpath.client.RequestAuthorizer;
import dev.goldenpath.client.ServiceCallException;
import dev.goldenpath.client.UserNames;
import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.EnvironmentNotReadyException;
import dev.goldenpath.environment.PointerReference;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.UserAccount;
import dev.goldenpath.evidence.Fact;
import dev.goldenpath.evidence.Identity;
import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.http.ServiceResponse;
import dev.goldenpath.readiness.IdentityAnswer.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks services who they take their caller for, once for each service and user, and remembers what they say.
 * Thread-safe: whoever comes while a service is asked waits for the same answer.
 *
 * @since 0.1.0
 */
public final class IdentityCheck {
    private static final int SERVER_ERROR = 500;
    private static final Set<Integer> REFUSALS = Set.of(401, 403);
    /** Time-out, too early, too many: they speak of the moment and not of the caller. */
    private static final Set<Integer> NOT_NOW = Set.of(408, 425, 429);

    /** For what comes before the call, such as a log-in. */
    private static final Duration ROOM = Duration.ofSeconds(60);

    private final Clients clients;
    private final Duration room;
    private final Map<Caller, CompletableFuture<IdentityAnswer>> asked = new ConcurrentHashMap<>();

    private record Caller(String service, String user) {}

    /** A check that has asked no service yet. */
    public IdentityCheck(Clients clients) {
        this(clients, ROOM);
    }

    /** @param room for how much longer than one call may take another thread's answer is waited for */
    IdentityCheck(Clients clients, Duration room) {
        this.clients = clients;
        this.room = room;
    }

    /**
     * Whether {@code service} knows calls as {@code user} as those of this user.
     *
     * @param service name of a declared service
     * @param user name of a declared user
     * @throws dev.goldenpath.environment.ConfigurationException when one of them is not declared
     */
    public IdentityAnswer check(String service, String user) {
        ServiceEndpoint endpoint = clients.environment().service(service);
        RequestAuthorizer authorizer = clients.authorizer(user);
        Caller caller = new Caller(service, user);
        CompletableFuture<IdentityAnswer> own = new CompletableFuture<>();
        CompletableFuture<IdentityAnswer> first = asked.putIfAbsent(caller, own);
        if (first != null) {
            return awaited(first, endpoint, user);
        }
        try {
            IdentityAnswer found = ask(endpoint, authorizer);
            if (found.outcome() == Outcome.UNKNOWN) {
                asked.remove(caller);
            }
            own.complete(found);
            return found;
        } catch (RuntimeException | Error e) {
            asked.remove(caller);
            own.completeExceptionally(e);
            throw e;
        }
    }

    /** What another thread is told, which asks already. It may have to log in before it asks. */
    private IdentityAnswer awaited(CompletableFuture<IdentityAnswer> first, ServiceEndpoint service, String user) {
        Duration limit = service.timeouts().call().plus(room);
        try {
            return first.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return unknown(
                    service,
                    user,
                    "another test has been asking for " + String.format(Locale.ROOT, "%.1f s", limit.toMillis() / 1e3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unknown(service, user, "the wait for the answer to another test was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ConfigurationException wrong) {
                throw wrong.again();
            }
            if (e.getCause() instanceof EnvironmentNotReadyException outage) {
                throw new EnvironmentNotReadyException(outage.rootCause(), outage.facts());
            }
            throw new IllegalStateException(
                    clients.redaction()
                            .text("Asking service '" + service.name() + "' who user '" + user
                                    + "' is broke in an unexpected way: " + e.getCause()),
                    e.getCause() instanceof Exception cause
                            ? RedactedCause.of(cause, clients.redaction())
                            : e.getCause());
        }
    }

    /**
     * Lets calls as {@code user} be made unless {@code service} refuses them all, as it does where what they carry was
     * declared wrong or has expired.
     *
     * @throws EnvironmentNotReadyException when it does
     * @throws dev.goldenpath.environment.ConfigurationException as {@link #check}
     */
    public void require(String service, String user) {
        IdentityAnswer answer = check(service, user);
        if (answer.outcome() == Outcome.REFUSED) {
            UserAccount account = clients.environment().user(user);
            throw new EnvironmentNotReadyException(
                    "Service '" + service + "' refuses user '" + user + "'.",
                    List.of(
                            Fact.of("answer", answer.words()),
                            Fact.of("user from", account.origin()),
                            Fact.of("grant", account.grant()),
                            Fact.of(
                                    "what to do",
                                    "Correct what the user is declared with, or find out why the service refuses it. "
                                            + "No other way in is tried.")));
        }
    }

    private IdentityAnswer ask(ServiceEndpoint service, RequestAuthorizer authorizer) {
        PointerReference identity = service.identity();
        if (identity == null) {
            return found(Outcome.NOT_DECLARED, service.name() + " declares no identity");
        }
        String user = authorizer.user();
        long start = System.nanoTime();
        try {
            UserNames names = UserNames.of(clients.environment().user(user), authorizer);
            ServiceResponse response = clients.forOwnCalls(ServiceClient.class, service, "identity", user)
                    .get(identity.place())
                    .send();
            if (response.status() >= SERVER_ERROR || NOT_NOW.contains(response.status())) {
                return unknown(service, user, response.toString());
            }
            return judge(service, names, identity, response, start);
        } catch (ServiceCallException e) {
            return unknown(service, user, e.headline().replaceFirst("\\.$", ""));
        } catch (EnvironmentNotReadyException e) {
            return unknown(service, user, e.rootCause().replaceFirst("\\.$", ""));
        }
    }

    private IdentityAnswer unknown(ServiceEndpoint service, String user, String why) {
        return found(
                Outcome.UNKNOWN, service.name() + " could not be asked whether the caller is '" + user + "': " + why);
    }

    private IdentityAnswer judge(
            ServiceEndpoint service,
            UserNames names,
            PointerReference identity,
            ServiceResponse response,
            long startNanos) {
        String name = service.name();
        String says = response.status() / 100 == 2 ? saying(response, identity.pointer()) : null;
        boolean confirmed = says != null && names.include(says);
        clients.ownCalls()
                .record(
                        new Identity(
                                name,
                                names.user(),
                                says == null ? null : clients.redaction().text(says),
                                confirmed),
                        startNanos);
        String place = " (GET " + identity;
        if (says != null) {
            String said = name + " says the caller is '" + says + "'" + place + ")";
            return confirmed
                    ? found(Outcome.CONFIRMED, said)
                    : found(Outcome.CONTRADICTED, said + ", and not " + names.inWords());
        }
        String silent = response.status() / 100 == 2
                ? name + " does not say who the caller is"
                : name + " does not know the caller '" + names.user() + "'";
        boolean refused = REFUSALS.contains(response.status());
        return found(
                refused ? Outcome.REFUSED : Outcome.CONTRADICTED, silent + place + " → " + response.status() + ")");
    }

    private IdentityAnswer found(Outcome outcome, String words) {
        return new IdentityAnswer(outcome, clients.redaction().text(words));
    }

    private static @Nullable String saying(ServiceResponse response, String pointer) {
        try {
            Optional<Object> value = JsonText.parse(response.text()).at(pointer);
            return value.map(Object::toString).filter(text -> !text.isBlank()).orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
