package dev.goldenpath.environment;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One checked environment: every reference in it resolves. Immutable.
 *
 * @param name as declared
 * @param chosenBy what chose it among the declared environments
 * @param peers which machines may answer for the services
 * @param readyWithin how long to wait for the services to become ready
 * @param onDegraded what becomes of tests that need a degraded service
 * @param protectedBy what says that no test may destroy anything here, absent where nothing does
 * @param services by name, in the order of the file
 * @param users by name, in the order of the file
 * @param pools of these users, by name, in the order of the file
 * @param launch processes to start, in the order of the file
 * @param gate what a run must reach
 * @param revenue what the business earns with the things tests protect
 * @param redact names whose values are masked besides those that always are
 * @param markers what in an answer tells that it is no real work
 * @param policy what holds for the code of the tests
 * @param settings sections of the author's own
 * @param knownIssues failures that somebody is at work on, as far as they may be met here; in the order of their file
 * @param readSecrets what reading the file has learnt about secrets
 * @param values all that was read for this environment, in the order of the file; what holds by default is not among it
 * @since 0.1.0
 */
public record Environment(
        String name,
        Origin chosenBy,
        PeerPolicy peers,
        Duration readyWithin,
        OnDegraded onDegraded,
        @Nullable Origin protectedBy,
        Map<String, ServiceEndpoint> services,
        Map<String, UserAccount> users,
        Map<String, UserPool> pools,
        List<LaunchSpec> launch,
        GateSettings gate,
        Revenue revenue,
        RedactedNames redact,
        PayloadMarkers markers,
        PolicySettings policy,
        AuthorSettings settings,
        List<KnownIssue> knownIssues,
        ReadSecrets readSecrets,
        List<ReadValue> values) {

    /** An environment of these services and users, and of what holds where the file says nothing. */
    public static Environment of(
            String name, PeerPolicy peers, Map<String, ServiceEndpoint> services, Map<String, UserAccount> users) {
        return new Environment(
                name,
                new Origin("being the only one"),
                peers,
                Duration.ofSeconds(30),
                OnDegraded.PROCEED,
                null,
                services,
                users,
                Map.of(),
                List.of(),
                GateSettings.NONE,
                new Revenue("", Map.of()),
                RedactedNames.NONE,
                PayloadMarkers.DEFAULT,
                PolicySettings.DEFAULT,
                AuthorSettings.NONE,
                List.of(),
                ReadSecrets.NONE,
                List.of());
    }

    /** Copies all collections, keeping their order. */
    public Environment {
        services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
        users = Collections.unmodifiableMap(new LinkedHashMap<>(users));
        pools = Collections.unmodifiableMap(new LinkedHashMap<>(pools));
        launch = List.copyOf(launch);
        knownIssues = List.copyOf(knownIssues);
        values = List.copyOf(values);
    }

    /** Whether the services are elsewhere; then none of them may be on this machine. */
    public boolean remote() {
        return peers.remote();
    }

    /**
     * The service of this name.
     *
     * @throws ConfigurationException when none is declared; the message lists those that are
     */
    public ServiceEndpoint service(String wanted) {
        return required(services, wanted, "service", "services");
    }

    /**
     * The user of this name.
     *
     * @throws ConfigurationException when none is declared; the message lists those that are
     */
    public UserAccount user(String wanted) {
        return required(users, wanted, "user", "users");
    }

    /**
     * The pool of this name.
     *
     * @throws ConfigurationException when none is declared; the message lists those that are
     */
    public UserPool pool(String wanted) {
        return required(pools, wanted, "pool", "pools");
    }

    /** Every secret of this environment, for redaction. */
    public List<Secret> secrets() {
        return Stream.of(
                        users.values().stream().flatMap(user -> user.secrets().values().stream()),
                        services.values().stream().flatMap(Environment::secrets),
                        settings.secrets().stream(),
                        readSecrets.filledIn().stream())
                .flatMap(secrets -> secrets)
                .toList();
    }

    private static Stream<Secret> secrets(ServiceEndpoint service) {
        return Stream.of(
                        Optional.ofNullable(service.proxy()).map(ProxySettings::password).stream(),
                        Optional.ofNullable(service.tls()).stream().flatMap(TlsSettings::secrets),
                        Optional.ofNullable(service.tokens())
                                .map(TokenSettings::signing)
                                .map(SigningSettings::key)
                                .stream())
                .flatMap(secrets -> secrets);
    }

    private <T> T required(Map<String, T> declared, String wanted, String noun, String section) {
        T found = declared.get(wanted);
        if (found == null) {
            String hint = Closest.hint(wanted, declared.keySet());
            throw new ConfigurationException(
                    "Environment '" + name + "' has no " + noun + " '" + wanted + "'"
                            + (hint.isEmpty() ? "." : hint) + " Declared: " + listed(declared.keySet())
                            + ". Declare it under environments." + name + "." + section + " in goldenpath.yaml.",
                    List.of());
        }
        return found;
    }

    private static String listed(Collection<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
