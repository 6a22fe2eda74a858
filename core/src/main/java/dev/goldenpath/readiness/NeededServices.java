package dev.goldenpath.readiness;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.Need;
import dev.goldenpath.environment.PointerReference;
import dev.goldenpath.environment.ServiceEndpoint;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which services have to be there for those that a test names. Pure. */
final class NeededServices {
    private final Environment environment;

    NeededServices(Environment environment) {
        this.environment = environment;
    }

    /**
     * These services and all that they can't do without.
     *
     * @param named by a test; none where it names none, and then all are needed that are not optional for every other
     */
    Set<String> required(Collection<String> named) {
        Set<String> all = new LinkedHashSet<>();
        (named.isEmpty() ? wanted() : named).forEach(name -> add(name, all, false));
        return all;
    }

    /** As above, and what they can do without, and who reports any of them. */
    Set<String> withOptional(Collection<String> named) {
        Set<String> all = new LinkedHashSet<>();
        (named.isEmpty() ? environment.services().keySet() : named).forEach(name -> add(name, all, true));
        return all;
    }

    private void add(String name, Set<String> all, boolean everything) {
        if (!all.add(name)) {
            return;
        }
        ServiceEndpoint service = environment.service(name);
        service.dependsOn().forEach((dependency, need) -> {
            if (everything || need == Need.REQUIRED) {
                add(dependency, all, everything);
            }
        });
        PointerReference reportedBy = service.reportedBy();
        if (everything && reportedBy != null) {
            add(reportedBy.place(), all, true);
        }
    }

    private Set<String> wanted() {
        Set<String> wanted = new LinkedHashSet<>(environment.services().keySet());
        wanted.removeIf(this::isOnlyOptional);
        return wanted;
    }

    /** Whether others depend on it, and each of them can do without. */
    private boolean isOnlyOptional(String name) {
        Set<Need> needs = new LinkedHashSet<>();
        environment.services().values().forEach(service -> {
            Need need = service.dependsOn().get(name);
            if (need != null) {
                needs.add(need);
            }
        });
        return needs.equals(Set.of(Need.OPTIONAL));
    }
}
