package dev.goldenpath.readiness;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.Need;
import dev.goldenpath.environment.ServiceEndpoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds which service keeps others from being ready: the deepest that is not. Pure. */
final class RootSearch {
    private final Environment environment;
    private final Picture picture;

    RootSearch(Environment environment, Picture picture) {
        this.environment = environment;
        this.picture = picture;
    }

    /**
     * The services that are not ready, the root first; none where all are.
     *
     * @param needed by a test, with all that they can't do without
     */
    List<Condition> among(Collection<String> needed) {
        Map<String, Condition> down = new LinkedHashMap<>();
        Set<String> looked = new LinkedHashSet<>();
        needed.forEach(name -> collect(name, down, looked));
        List<Condition> sorted = new ArrayList<>(down.values());
        // Stable: of equals the first of the file stays the first.
        sorted.sort((a, b) -> Integer.compare(below(a.service(), down), below(b.service(), down)));
        return sorted;
    }

    /** When the service that reports another one does not tell, nothing is known of the other: that one is to blame. */
    private void collect(String name, Map<String, Condition> down, Set<String> looked) {
        Condition condition = picture.of(name);
        if (condition.ready() || !looked.add(name)) {
            return;
        }
        Condition reporter = condition.silentReporter().map(picture::of).orElse(null);
        if (reporter == null || reporter.ready()) {
            down.put(name, condition);
            return;
        }
        new NeededServices(environment)
                .required(List.of(reporter.service())).stream()
                        .filter(needed -> !needed.equals(name))
                        .forEach(needed -> collect(needed, down, looked));
    }

    /** How many services that are down stand below this one, along the longest way. */
    private int below(String name, Map<String, Condition> down) {
        return required(name)
                .filter(down::containsKey)
                .mapToInt(dependency -> 1 + below(dependency, down))
                .max()
                .orElse(0);
    }

    private Stream<String> required(String name) {
        return environment.service(name).dependsOn().entrySet().stream()
                .filter(dependency -> dependency.getValue() == Need.REQUIRED)
                .map(Map.Entry::getKey);
    }

    /** The way from a service that is needed down to the root, both included; the shortest there is. */
    Optional<List<String>> way(Collection<String> needed, String root) {
        List<List<String>> ways = new ArrayList<>();
        needed.forEach(name -> ways.add(List.of(name)));
        Set<String> seen = new LinkedHashSet<>(needed);
        for (int i = 0; i < ways.size(); i++) {
            List<String> way = ways.get(i);
            String last = way.get(way.size() - 1);
            if (last.equals(root)) {
                return Optional.of(way);
            }
            next(last).filter(seen::add).forEach(name -> {
                List<String> longer = new ArrayList<>(way);
                longer.add(name);
                ways.add(longer);
            });
        }
        return Optional.empty();
    }

    private Stream<String> next(String name) {
        ServiceEndpoint service = environment.service(name);
        Condition condition = picture.of(name);
        Stream<String> reporter =
                condition != null && condition.unknown() ? Stream.ofNullable(condition.saidBy()) : Stream.empty();
        return Stream.concat(required(service.name()), reporter);
    }
}
