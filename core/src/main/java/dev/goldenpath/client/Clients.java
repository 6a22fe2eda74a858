package dev.goldenpath.client;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.Grants;
import dev.goldenpath.environment.PeerRules;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.environment.UserAccount;
import dev.goldenpath.evidence.Recording;
import dev.goldenpath.evidence.Redaction;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The clients and users of one environment, made by the providers on the class path. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Clients implements AutoCloseable {
    private final Environment environment;
    private final Redaction redaction;
    private final Recording ownCalls;
    private final MarkerSearch markers;
    private final PeerRules peers;
    private final CallWatch calls = new CallWatch();
    private final List<ClientProvider<?>> clientProviders = new ArrayList<>();
    private final List<UserProvider> userProviders = new ArrayList<>();
    private final Map<String, RequestAuthorizer> users = new ConcurrentHashMap<>();
    private volatile UserAdmission admission = UserAdmission.OPEN;

    /**
     * Finds the providers.
     *
     * @param ownCalls where the evidence of calls goes that the library makes for itself
     */
    public Clients(Environment environment, Redaction redaction, Recording ownCalls) {
        this.environment = environment;
        this.redaction = redaction;
        this.ownCalls = ownCalls;
        this.markers = new MarkerSearch(environment.markers());
        this.peers = new PeerRules(environment);
        ServiceLoader.load(ClientProvider.class, Clients.class.getClassLoader()).forEach(clientProviders::add);
        ServiceLoader.load(UserProvider.class, Clients.class.getClassLoader()).forEach(userProviders::add);
        clientProviders.forEach(provider -> provider.join(this));
    }

    /** From now on, asked before a test's first call as a user who may have been refused for long. */
    public void admit(UserAdmission by) {
        admission = by;
    }

    /** The environment whose services are called. */
    public Environment environment() {
        return environment;
    }

    /** Who may answer for its services. */
    public PeerRules peers() {
        return peers;
    }

    /**
     * Masks secrets. A call is recorded before its answer can be read, so a provider adds the names of the fields that
     * will hold secrets before the call, and the secrets themselves as soon as it knows them.
     */
    public Redaction redaction() {
        return redaction;
    }

    /** Tells of the calls that tests make with these clients. */
    public CallWatch calls() {
        return calls;
    }

    /** Where the evidence of calls goes that the library makes for itself. */
    public Recording ownCalls() {
        return ownCalls;
    }

    /** The types that providers on the class path make clients of; asks none of them to start. */
    public static Set<Class<?>> knownTypes() {
        return KnownTypes.ALL;
    }

    /** Found once: the class path does not change, and every parameter of every test asks. */
    private static final class KnownTypes {
        private static final Set<Class<?>> ALL = find();

        private static Set<Class<?>> find() {
            Stream<? extends ServiceLoader.Provider<?>> providers =
                    ServiceLoader.load(ClientProvider.class, Clients.class.getClassLoader()).stream();
            return providers
                    .flatMap(provider -> Arrays.stream(provider.type().getMethods()))
                    .filter(method -> method.getName().equals("create") && !method.isBridge())
                    .map(Method::getReturnType)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * A client of {@code service} as a declared user.
     *
     * @param user the user's name; {@code null} for an anonymous client
     * @param recording where the next call's evidence goes
     * @param session what the user's clients share
     * @throws ConfigurationException when the user is not declared, or no provider knows its grant
     */
    public Object create(
            Class<?> type,
            ServiceEndpoint service,
            @Nullable String user,
            Supplier<Recording> recording,
            UserSession session) {
        return required(type).create(testContext(service, user, recording).in(session));
    }

    ClientContext testContext(ServiceEndpoint service, @Nullable String user, Supplier<Recording> recording) {
        RequestAuthorizer authorizer = user == null ? null : admitted(service, authorizer(user));
        ClientContext context = ClientContext.ofTest(service, authorizer, recording, redaction)
                .searchedBy(markers)
                .judgedBy(peers)
                .lookedThroughFor(environment.policy().bypass())
                .watchedBy(calls);
        return authorizer == null
                ? context
                : context.knownAs(() -> UserNames.of(environment.user(authorizer.user()), authorizer)
                        .names());
    }

    private RequestAuthorizer admitted(ServiceEndpoint service, RequestAuthorizer user) {
        return user.unproven()
                ? new AdmittedUser(user, service.name(), (name, caller) -> admission.require(name, caller))
                : user;
    }

    /** A client with which the library makes calls for itself. */
    public <C> C forOwnCalls(Class<C> type, ServiceEndpoint service, String purpose) {
        return type.cast(required(type).create(ownContext(service, purpose)));
    }

    /**
     * As above, as a declared user.
     *
     * @throws ConfigurationException as {@link #authorizer}
     */
    public <C> C forOwnCalls(Class<C> type, ServiceEndpoint service, String purpose, String user) {
        return type.cast(required(type).create(ownContext(service, purpose).as(authorizer(user))));
    }

    private ClientContext ownContext(ServiceEndpoint service, String purpose) {
        return ClientContext.ofLibrary(service, purpose, () -> ownCalls, redaction)
                .judgedBy(peers);
    }

    /** Closes all providers. */
    @Override
    public void close() {
        clientProviders.forEach(ClientProvider::close);
        userProviders.forEach(UserProvider::close);
    }

    /**
     * What makes a call the call of a declared user; always the same for one user. Makes no call.
     *
     * @throws ConfigurationException when the user is not declared, or no provider knows its grant
     */
    public RequestAuthorizer authorizer(String name) {
        UserAccount account = environment.user(name);
        return users.computeIfAbsent(
                name,
                key -> userProviders.stream()
                        .filter(provider -> provider.knows(account.grant()))
                        .findFirst()
                        .orElseThrow(() -> Grants.unknown(account, this::isKnown, knownGrants()))
                        .authorizer(account, this));
    }

    private boolean isKnown(String grant) {
        return userProviders.stream().anyMatch(provider -> provider.knows(grant));
    }

    private Set<String> knownGrants() {
        return userProviders.stream()
                .flatMap(provider -> provider.grants().stream())
                .collect(Collectors.toSet());
    }

    private ClientProvider<?> required(Class<?> type) {
        return provider(type)
                .orElseThrow(() -> new IllegalArgumentException("No provider on the class path makes a "
                        + type.getName() + "; those that are there make "
                        + clientProviders.stream()
                                .map(provider -> provider.type().getName())
                                .toList()));
    }

    private Optional<ClientProvider<?>> provider(Class<?> type) {
        return clientProviders.stream()
                .filter(provider -> provider.type().equals(type))
                .findFirst();
    }
}
