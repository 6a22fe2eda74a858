package dev.goldenpath.readiness;

import dev.goldenpath.environment.Environment;
import dev.goldenpath.environment.Need;
import dev.goldenpath.environment.PointerReference;
import dev.goldenpath.environment.ServiceEndpoint;
import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.Probe.Check;
import dev.goldenpath.evidence.ServiceState;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells from what was seen of all services how each of them is. Pure. */
final class Conditions {
    private static final String HEALTH = "health";
    private static final String LIVENESS = "liveness";

    private final Environment environment;
    private final Map<String, Seen> seen;
    private final Map<String, Condition> conditions = new LinkedHashMap<>();

    /**
     * What was seen of one service.
     *
     * @param sights the last ones, by kind
     * @param asked how many times it was asked
     * @param waited from the first time to the last
     * @param lookedAt {@link System#nanoTime()} at which the last look began
     */
    record Seen(Map<String, Sight> sights, int asked, Duration waited, long lookedAt) {
        static final Seen NOTHING = new Seen(Map.of(), 0, Duration.ZERO, 0);
    }

    private Conditions(Environment environment, Map<String, Seen> seen) {
        this.environment = environment;
        this.seen = seen;
    }

    /** The condition of every service, by name, in the order of the file. */
    static Picture of(Environment environment, Map<String, Seen> seen) {
        Conditions all = new Conditions(environment, seen);
        Map<String, Condition> inOrder = new LinkedHashMap<>();
        environment.services().keySet().forEach(name -> inOrder.put(name, all.condition(name)));
        return new Picture(inOrder);
    }

    /** Dependencies first: they explain what depends on them, and never in a circle. */
    private Condition condition(String name) {
        Condition known = conditions.get(name);
        if (known == null) {
            known = explained(environment.service(name));
            conditions.put(name, known);
        }
        return known;
    }

    private Condition explained(ServiceEndpoint service) {
        Seen own = seen.getOrDefault(service.name(), Seen.NOTHING);
        ServiceState state = alone(own.sights());
        List<String> required = notReady(service, Need.REQUIRED);
        List<String> optional = notReady(service, Need.OPTIONAL);
        List<String> because = List.of();
        if (state.isReady()) {
            because = optional;
            state = optional.isEmpty() ? state : ServiceState.DEGRADED;
        } else if (isOfItsHealthAlone(own.sights())) {
            boolean onlyOptional = required.isEmpty() && !optional.isEmpty();
            because = onlyOptional ? optional : required;
            state = onlyOptional ? ServiceState.DEGRADED : state;
        }
        PointerReference reportedBy = service.reportedBy();
        return new Condition(
                service.name(),
                state,
                reportedBy == null ? null : reportedBy.place(),
                because,
                checks(own.sights()),
                own.asked(),
                own.waited(),
                own.lookedAt());
    }

    private List<String> notReady(ServiceEndpoint service, Need need) {
        return service.dependsOn().entrySet().stream()
                .filter(dependency -> dependency.getValue() == need)
                .map(Map.Entry::getKey)
                .sorted()
                .filter(name -> isDown(condition(name)))
                .toList();
    }

    private static boolean isDown(Condition dependency) {
        return dependency.asked() > 0 && !dependency.ready() && !dependency.unknown();
    }

    /** Its state without a look at what it depends on. */
    private static ServiceState alone(Map<String, Sight> sights) {
        Sight deep = sights.get(HEALTH);
        Sight shallow = sights.get(LIVENESS);
        boolean disagree = deep != null
                && shallow != null
                && deep.state().isReady() != shallow.state().isReady();
        ServiceState worst = sights.entrySet().stream()
                .filter(sight -> !disagree || !isOneOf(sight.getKey()))
                .map(sight -> sight.getValue().state())
                .max(Comparator.comparingInt(Conditions::gravity))
                .orElse(disagree ? ServiceState.CONTRADICTORY : ServiceState.UNREACHABLE);
        if (sights.containsKey(Probe.REPORT) && sights.size() > 1 && isUnknown(sights.get(Probe.REPORT))) {
            return alone(without(sights, Probe.REPORT));
        }
        return disagree && gravity(worst) < gravity(ServiceState.CONTRADICTORY) ? ServiceState.CONTRADICTORY : worst;
    }

    private static boolean isUnknown(@Nullable Sight report) {
        return report != null && report.state() == ServiceState.UNREACHABLE;
    }

    private static boolean isOneOf(String kind) {
        return kind.equals(HEALTH) || kind.equals(LIVENESS);
    }

    private static Map<String, Sight> without(Map<String, Sight> sights, String kind) {
        Map<String, Sight> rest = new LinkedHashMap<>(sights);
        rest.remove(kind);
        return rest;
    }

    /** Whether nothing but an answer of its deep health speaks against it, and that does not ask for time to start up. */
    private static boolean isOfItsHealthAlone(Map<String, Sight> sights) {
        Sight deep = sights.get(HEALTH);
        return deep != null
                && deep.state() == ServiceState.FAILED
                && deep.retryAfter() == null
                && sights.entrySet().stream()
                        .allMatch(sight -> sight.getKey().equals(HEALTH)
                                || sight.getValue().state().isReady());
    }

    private static List<Check> checks(Map<String, Sight> sights) {
        Comparator<Map.Entry<String, Sight>> worstFirst =
                Comparator.comparingInt(sight -> -gravity(sight.getValue().state()));
        Comparator<Map.Entry<String, Sight>> silentLast =
                Comparator.comparing(sight -> sight.getKey().equals(Probe.REPORT) && isUnknown(sight.getValue()));
        // Of two that tell the same, what was seen itself tells more than what another service says. Stable.
        Comparator<Map.Entry<String, Sight>> ownFirst =
                Comparator.comparing(sight -> sight.getKey().equals(Probe.REPORT));
        return sights.entrySet().stream()
                .sorted(silentLast.thenComparing(worstFirst).thenComparing(ownFirst))
                .map(sight -> new Check(
                        sight.getKey(),
                        sight.getValue().state(),
                        sight.getValue().words()))
                .toList();
    }

    private static int gravity(ServiceState state) {
        return switch (state) {
            case HEALTHY -> 0;
            case DEGRADED -> 1;
            case CONTRADICTORY -> 2;
            case FAILED -> 3;
            case UNREACHABLE -> 4;
        };
    }
}
