package dev.goldenpath.environment;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One checked environment: every reference in it resolves. Immutable.
 *
 * @param name as declared
 * @param chosenBy what chose it among the declared environments
 * @param peers which machines may answer for the services
 * @param readyWithin how long to wait for the services to become ready
 * @param onDegraded what becomes of tests that need a degraded service
 * @param services by name, in the order of the file
 * @param users by name, in the order of the file
 * @param pools of these users, by name, in the order of the file
 * @param launch processes to start, in the order of the file
 * @param gate pass rates in percent that a run must reach, by priority or {@code overall}
 * @param revenue what the business earns with the things tests protect
 * @param redact names whose values are masked besides those that always are
 * @param markers what in an answer tells that it is no real work
 * @param policy what holds for the code of the tests
 * @param readSecrets what reading the file has learnt about secrets
 * @since 0.1.0
 */
public record Environment(
        String name,
        Origin chosenBy,
        PeerPolicy peers,
        Duration readyWithin,
        OnDegraded onDegraded,
        Map<String, ServiceEndpoint> services,
        Map<String, UserAccount> users,
        Map<String, UserPool> pools,
        List<LaunchSpec> launch,
        Map<String, BigDecimal> gate,
        Revenue revenue,
        RedactedNames redact,
        PayloadMarkers markers,
        PolicySettings policy,
        ReadSecrets readSecrets) {

    /** An environment of which nothing more is known about secrets. */
    public Environment(
            String name,
            Origin chosenBy,
            PeerPolicy peers,
            Duration readyWithin,
            Map<String, ServiceEndpoint> services,
            Map<String, UserAccount> users,
            Map<String, UserPool> pools,
            List<LaunchSpec> launch,
            Map<String, BigDecimal> gate,
            Revenue revenue,
            RedactedNames redact,
            PayloadMarkers markers,
            PolicySettings policy) {
        this(
                name,
                chosenBy,
                peers,
                readyWithin,
                OnDegraded.PROCEED,
                services,
                users,
                pools,
                launch,
                gate,
                revenue,
                redact,
                markers,
                policy,
                ReadSecrets.NONE);
    }

    /** Copies all collections, keeping their order. */
    public Environment {
        services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
        users = Collections.unmodifiableMap(new LinkedHashMap<>(users));
        pools = Collections.unmodifiableMap(new LinkedHashMap<>(pools));
        launch = List.copyOf(launch);
        gate = Collections.unmodifiableMap(new LinkedHashMap<>(gate));
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
