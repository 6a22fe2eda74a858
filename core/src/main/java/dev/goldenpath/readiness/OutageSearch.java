package dev.goldenpath.readiness;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.OnDegraded;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.evidence.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Finds why a test can't run. As long as a service is down, the one line that says so stays the same for all tests.
 * Thread-safe.
 */
final class OutageSearch {
    private final Environment environment;
    private final NeededServices needed;
    private final ProbeLog log;
    private final Map<String, String> lines = new ConcurrentHashMap<>();

    OutageSearch(Environment environment, ProbeLog log) {
        this.environment = environment;
        this.needed = new NeededServices(environment);
        this.log = log;
    }

    /** Empty where all that the test needs is ready. */
    Optional<Outage> among(Collection<String> named, Picture picture) {
        lines.keySet().removeIf(service -> picture.of(service).ready());
        Set<String> required = needed.required(named);
        RootSearch search = new RootSearch(environment, picture);
        List<Condition> down = search.among(required);
        if (down.isEmpty()) {
            return environment.onDegraded() == OnDegraded.BLOCK ? degraded(required, picture) : Optional.empty();
        }
        Condition root = down.get(0);
        String line = lines.computeIfAbsent(
                root.service(), service -> title(service) + " is not ready: " + root.told() + ".");
        List<Fact> facts = new ArrayList<>();
        if (!named.isEmpty()) {
            facts.add(Fact.of("why", why(named, root, search)));
        }
        down.stream()
                .skip(1)
                .filter(other -> !other.because().contains(root.service()))
                .forEach(other -> facts.add(Fact.of("also not ready", "'" + other.service() + "' " + other.told())));
        facts.add(Fact.of("waited", root.patience()));
        ServiceEndpoint service = environment.service(root.service());
        facts.add(Fact.of(service.url() == null ? "declared" : "url from", service.origin()));
        return Optional.of(new Outage(line, facts));
    }

    /** {@code this test needs 'backend' (probe 18), which needs 'redis', failed, says 'backend' (probe 17)}. */
    private String why(Collection<String> named, Condition root, RootSearch search) {
        List<String> names = search.way(named, root.service()).orElse(List.of(root.service()));
        return names.stream()
                .map(name -> "'" + name + "'"
                        + (name.equals(root.service()) ? ", " + root.stateTold() : "")
                        + log.number(name)
                                .map(number -> " (probe " + number + ")")
                                .orElse(""))
                .collect(Collectors.joining(", which needs ", "this test needs ", ""));
    }

    private Optional<Outage> degraded(Set<String> required, Picture picture) {
        return required.stream()
                .map(picture::of)
                .filter(Condition::isDegraded)
                .findFirst()
                .map(condition -> new Outage(
                        title(condition.service()) + " is degraded: " + reason(condition, picture)
                                + ", and 'degraded: block' is set.",
                        List.of()));
    }

    private String title(String service) {
        return "Service '" + service + "' of environment '" + environment.name() + "'";
    }

    /** What a pass has to say of the services it needed: each that was degraded, and why. */
    List<Fact> degradations(Collection<String> named, Picture picture) {
        return needed.required(named).stream()
                .map(picture::of)
                .filter(Condition::isDegraded)
                .map(condition -> Fact.of("degraded", condition.service() + ": " + reason(condition, picture)))
                .toList();
    }

    private String reason(Condition condition, Picture picture) {
        return condition.because().isEmpty()
                ? condition.words()
                : condition.because().stream()
                        .map(picture::of)
                        .map(other -> "'" + other.service() + "' " + other.stateTold()
                                + log.number(other.service())
                                        .map(number -> " (probe " + number + ")")
                                        .orElse(""))
                        .collect(Collectors.joining("; "));
    }
}
