package dev.goldenpath.cli;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.Need;
import dev.goldenpath.environment.OnDegraded;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.ServiceState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the probes of an environment say together. */
final class Outcome {
    private final Environment environment;
    private final Map<String, Seen> services = new LinkedHashMap<>();
    private final Map<String, Seen> users = new LinkedHashMap<>();

    Outcome(Environment environment, List<Probe> probes) {
        this.environment = environment;
        probes.stream().map(Seen::of).forEach(seen -> (seen.isLogin() ? users : services).put(seen.subject(), seen));
    }

    Environment environment() {
        return environment;
    }

    /** By subject. */
    Map<String, Seen> services() {
        return services;
    }

    /** By subject. */
    Map<String, Seen> users() {
        return users;
    }

    Optional<Seen> service(String name) {
        return Optional.ofNullable(services.get(name));
    }

    /** Whether tests can begin. */
    boolean isReady() {
        return roots().isEmpty() && !(environment.onDegraded() == OnDegraded.BLOCK && isDegraded());
    }

    boolean isDegraded() {
        return services.values().stream()
                .anyMatch(seen -> seen.probe().state() == ServiceState.DEGRADED || !seen.ready());
    }

    /** What is not ready and keeps tests from running, where nothing else explains it. */
    List<Seen> roots() {
        return causes().filter(seen -> seen.isLogin() || isNeeded(seen.subject(), Set.of()))
                .toList();
    }

    /** What is not ready where nothing else explains it, and all can do without. */
    List<Seen> spared() {
        return causes().filter(seen -> !seen.isLogin() && !isNeeded(seen.subject(), Set.of()))
                .toList();
    }

    private Stream<Seen> causes() {
        return Stream.concat(
                services.values().stream().filter(seen -> isDown(seen.subject()) && !isExplained(seen)),
                users.values().stream()
                        .filter(seen -> !seen.ready() && !isDown(seen.probe().service())));
    }

    /** Whether it is known not to be ready: of one that a broken service should report, nothing is known. */
    private boolean isDown(String name) {
        Seen seen = services.get(name);
        if (seen == null || seen.ready()) {
            return false;
        }
        String saidBy = seen.probe().saidBy();
        return saidBy == null
                || !seen.probe().unknown()
                || service(saidBy).map(Seen::ready).orElse(true);
    }

    private boolean isExplained(Seen seen) {
        ServiceEndpoint service = environment.service(seen.subject());
        return Stream.concat(
                        seen.probe().because().stream(),
                        service.dependsOn().entrySet().stream()
                                .filter(need -> need.getValue() == Need.REQUIRED)
                                .map(Map.Entry::getKey))
                .anyMatch(this::isDown);
    }

    /** Whether nobody depends on it, so that tests do, or somebody needed can't do without. */
    private boolean isNeeded(String name, Set<String> above) {
        List<ServiceEndpoint> dependents = environment.services().values().stream()
                .filter(service -> service.dependsOn().containsKey(name) && !above.contains(service.name()))
                .toList();
        Set<String> path = Stream.concat(above.stream(), Stream.of(name)).collect(Collectors.toSet());
        return dependents.isEmpty()
                || dependents.stream()
                        .anyMatch(service ->
                                service.dependsOn().get(name) == Need.REQUIRED && isNeeded(service.name(), path));
    }

    /** The subjects that are not ready, and need {@code root} in whatever way. */
    List<String> brokenBy(Seen root) {
        if (root.isLogin()) {
            return List.of();
        }
        return Stream.concat(
                        services.values().stream()
                                .filter(seen -> seen.probe().state() != ServiceState.HEALTHY)
                                .filter(seen -> dependsOn(seen.subject(), root.subject(), Set.of())),
                        users.values().stream()
                                .filter(seen -> !seen.ready())
                                .filter(seen -> seen.probe().service().equals(root.subject())
                                        || dependsOn(seen.probe().service(), root.subject(), Set.of())))
                .map(Seen::subject)
                .toList();
    }

    private boolean dependsOn(String name, String other, Set<String> above) {
        ServiceEndpoint service = environment.services().get(name);
        if (service == null || above.contains(name)) {
            return false;
        }
        Set<String> path = Stream.concat(above.stream(), Stream.of(name)).collect(Collectors.toSet());
        return service.dependsOn().keySet().stream()
                .anyMatch(dependency -> dependency.equals(other) || dependsOn(dependency, other, path));
    }
}
