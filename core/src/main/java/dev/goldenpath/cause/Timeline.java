package dev.goldenpath.cause;

import dev.goldenpath.evidence.Probe;
import dev.goldenpath.evidence.ServiceState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How each service was over time. */
final class Timeline {
    private static final Predicate<Probe> READY = Probe::ready;
    private static final Predicate<Probe> WELL = probe -> probe.state() == ServiceState.HEALTHY;

    private final Map<String, List<Seen<Probe>>> probes;

    Timeline(List<Seen<Probe>> all) {
        probes = all.stream()
                .sorted(Comparator.comparing(Seen::at))
                .collect(Collectors.groupingBy(seen -> seen.what().service()));
    }

    /**
     * The probe by which a service was not ready then: one between the last that found it ready before, and the first
     * that did so behind.
     */
    Optional<Seen<Probe>> trouble(String service, Window window) {
        return within(service, window, READY, READY.negate());
    }

    /** The probe by which it was degraded then, because of others or by its own word. */
    Optional<Seen<Probe>> weakness(String service, Window window) {
        return within(service, window, WELL, READY.and(WELL.negate()));
    }

    private Optional<Seen<Probe>> within(String service, Window window, Predicate<Probe> good, Predicate<Probe> bad) {
        @Nullable Seen<Probe> found = null;
        boolean goodWithin = false;
        for (Seen<Probe> seen : of(service)) {
            boolean behind = seen.at().isAfter(window.to());
            if (good.test(seen.what())) {
                if (behind) {
                    break;
                }
                if (seen.at().isAfter(window.from())) {
                    goodWithin = true;
                } else {
                    found = null;
                }
            } else if (bad.test(seen.what()) && (!behind || (found == null && !goodWithin))) {
                found = seen;
            }
        }
        return Optional.ofNullable(found);
    }

    /** When a service was not ready, or not even well, as its probes tell. */
    List<Outage> outages(String service, boolean degradedToo) {
        Predicate<Probe> good = degradedToo ? WELL : READY;
        return Outages.of(of(service), seen -> good.test(seen.what()));
    }

    private List<Seen<Probe>> of(String service) {
        return probes.getOrDefault(service, List.of());
    }
}
