package dev.goldenpath.environment;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds values that are fine alone and impossible together. */
final class Contradictions {
    private final Environment environment;
    private final Reading reading;
    private final List<ConfigurationProblem> found = new ArrayList<>();
    private final PeerContradictions peers;

    private Contradictions(Environment environment, Reading reading) {
        this.environment = environment;
        this.reading = reading;
        this.peers = new PeerContradictions(environment, reading, found);
    }

    /** The contradictions in {@code environment}, less those that only echo a problem of the reading. */
    static List<ConfigurationProblem> in(Environment environment, Reading reading) {
        Contradictions contradictions = new Contradictions(environment, reading);
        contradictions.peers.checkPolicy();
        contradictions.checkGate();
        environment.services().values().forEach(contradictions::check);
        UserContradictions users = new UserContradictions(environment, reading, contradictions.found);
        environment.users().values().forEach(user -> users.check(user, contradictions.path("users", user.name())));
        return contradictions.found;
    }

    private static boolean canBeAsked(ServiceEndpoint service) {
        return service.url() != null
                || service.reportedBy() != null
                || service.address() != null
                || !service.probes().more().isEmpty();
    }

    private void checkGate() {
        if (environment.gate().revenueAtRisk() != null
                && environment.revenue().monthly().isEmpty()
                && !isKnown("revenue")) {
            add(
                    "gate.revenue-at-risk",
                    "gate.revenue-at-risk limits the revenue at risk, but no revenue is declared",
                    "Declare it under revenue, or remove gate.revenue-at-risk.");
        }
    }

    private void check(ServiceEndpoint service) {
        String path = path("services", service.name());
        URI url = service.url();
        peers.check(service, path);
        boolean unreadable = isKnown(path + ".url") || isKnown(path + ".reported-by");
        if (!unreadable && url != null && service.reportedBy() != null) {
            add(path, path + " has both 'url' and 'reported-by'", "Give it exactly one.");
        }
        if (!unreadable && !canBeAsked(service)) {
            add(
                    path,
                    path + " has neither 'url' nor 'reported-by', 'address' or 'probes'",
                    "Say where it is, or who tells how it is.");
        }
        if (!unreadable
                && url == null
                && (service.health() != null || service.liveness() != null || service.revision() != null)) {
            add(path, path + " has a path to ask but no 'url'", "Add 'url', or remove the path.");
        }
        checkLogin(service, path);
        checkConnection(service, path);
        PointerReference reportedBy = service.reportedBy();
        if (reportedBy != null) {
            ServiceEndpoint reporter = environment.services().get(reportedBy.place());
            if (reporter == null || reporter.health() == null) {
                add(
                        path + ".reported-by",
                        path + ".reported-by names '" + written(path + ".reported-by", reportedBy.place())
                                + "', which is no service with a 'health' path",
                        "Name one of the services that have one.");
            }
        }
        checkDependencies(service, path);
    }

    private void checkLogin(ServiceEndpoint service, String path) {
        LoginEndpoint login = service.login();
        if (login == null) {
            return;
        }
        if (service.url() == null && !isKnown(path + ".url")) {
            add(path + ".login", path + " has a 'login' but no 'url'", "Add 'url', or remove 'login'.");
        }
        if (login.token() == null && login.cookie() == null && !isKnown(path + ".login")) {
            add(path + ".login", path + ".login has neither 'token' nor 'cookie'", "Say which of them a login gives.");
        }
        if (login.refreshPath() != null && login.refresh() == null) {
            add(
                    path + ".login.refresh-path",
                    path + ".login has a 'refresh-path' but no 'refresh' to say where the refresh token stands",
                    "Add 'refresh', or remove 'refresh-path'.");
        }
    }

    private void checkConnection(ServiceEndpoint service, String path) {
        URI url = service.url();
        if (url == null && !isKnown(path + ".url")) {
            for (String key : List.of("timeouts", "proxy", "tls")) {
                reading.setWithin(path + "." + key)
                        .ifPresent(set -> add(
                                set, path + " has '" + key + "' but no 'url'", "Add 'url', or remove '" + key + "'."));
            }
        }
        if (url != null && "http".equals(url.getScheme()) && service.tls() != null) {
            add(
                    path + ".tls",
                    path + " has 'tls', but its url is " + written(path + ".url", url.toString()),
                    "Use https, or remove 'tls'.");
        }
        Timeouts timeouts = service.timeouts();
        if (!isKnown(path + ".timeouts.call") && timeouts.connect().compareTo(timeouts.call()) > 0) {
            add(
                    path + ".timeouts.connect",
                    path + ".timeouts.connect is " + written(path + ".timeouts.connect", text(timeouts.connect()))
                            + ", but a whole call may take "
                            + written(path + ".timeouts.call", text(timeouts.call())),
                    "Make it no longer than 'call'.");
        }
    }

    private static String text(Duration duration) {
        return duration.toMillisPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    private void checkDependencies(ServiceEndpoint service, String path) {
        for (String dependency : service.dependsOn().keySet()) {
            if (!environment.services().containsKey(dependency)) {
                add(
                        path + ".depends-on." + dependency,
                        path + ".depends-on names '" + dependency + "', which is not declared"
                                + Closest.hint(
                                        dependency, environment.services().keySet()),
                        "Declare it under services, or remove it.");
            }
        }
        if (dependsOnItself(service.name())) {
            add(path + ".depends-on", path + ".depends-on leads back to '" + service.name() + "'", "Break the circle.");
        }
    }

    private boolean dependsOnItself(String name) {
        Set<String> reached = new LinkedHashSet<>();
        List<String> next = new ArrayList<>(List.of(name));
        while (!next.isEmpty()) {
            ServiceEndpoint service = environment.services().get(next.remove(0));
            Map<String, Need> dependencies = service == null ? Map.of() : service.dependsOn();
            dependencies.keySet().stream().filter(reached::add).forEach(next::add);
        }
        return reached.contains(name);
    }

    private boolean isKnown(String path) {
        return reading.problems().stream().anyMatch(problem -> problem.what().startsWith(path));
    }

    /** As written in the file where it has variables, for what fills them may be a secret. */
    private String written(String path, String value) {
        return reading.writtenWithVariables(path).orElse(value);
    }

    private String path(String section, String name) {
        return "environments." + environment.name() + "." + section + "." + name;
    }

    private void add(String path, String what, String remedy) {
        found.add(new ConfigurationProblem(reading.originOf(path), what, remedy));
    }
}
