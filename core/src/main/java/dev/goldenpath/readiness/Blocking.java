package dev.goldenpath.readiness;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.Need;
import dev.goldenpath.environment.PointerReference;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.ServiceState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells which services that are not ready keep tests from running, causes before their effects. */
final class Blocking {
    private Blocking() {}

    static List<Probe> among(List<Probe> seen, Environment environment) {
        Map<String, Probe> down = seen.stream()
                .filter(probe -> !probe.ready())
                .collect(Collectors.toMap(Probe::service, Function.identity()));
        return seen.stream()
                .filter(probe -> !probe.ready()
                        && !isUnknown(probe, environment, down.keySet())
                        && !isOnlyOptional(probe.service(), environment))
                .sorted(Comparator.comparingInt(probe -> depth(probe.service(), environment, down.keySet())))
                .toList();
    }

    /**
     * When the service that reports another one does not answer, nothing is known of the other. Only one that blocks in
     * the other's place excuses it: otherwise a required service could be left out, and nothing would say so.
     */
    private static boolean isUnknown(Probe probe, Environment environment, Set<String> down) {
        PointerReference reportedBy = environment.service(probe.service()).reportedBy();
        return probe.state() == ServiceState.UNREACHABLE
                && reportedBy != null
                && down.contains(reportedBy.place())
                && !isOnlyOptional(reportedBy.place(), environment);
    }

    /** Whether others depend on it, and each of them can do without. */
    static boolean isOnlyOptional(String name, Environment environment) {
        Set<Need> needs = environment.services().values().stream()
                .map(ServiceEndpoint::dependsOn)
                .filter(dependencies -> dependencies.containsKey(name))
                .map(dependencies -> dependencies.get(name))
                .collect(Collectors.toSet());
        return needs.equals(Set.of(Need.OPTIONAL));
    }

    /** How many services that are down stand below this one, along the longest way. */
    private static int depth(String name, Environment environment, Set<String> down) {
        return environment.service(name).dependsOn().keySet().stream()
                .filter(down::contains)
                .mapToInt(dependency -> 1 + depth(dependency, environment, down))
                .max()
                .orElse(0);
    }
}
