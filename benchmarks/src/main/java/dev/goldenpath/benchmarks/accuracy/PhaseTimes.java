package dev.goldenpath.benchmarks.accuracy;

import dev.goldenpath.benchmarks.frame.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long each phase of some calls took, in milliseconds. Not thread-safe. */
final class PhaseTimes {
    private final Map<String, List<Double>> byPhase = new LinkedHashMap<>();
    private int calls;

    /** Adds one call; a phase that did not happen is absent. */
    void add(Map<String, Double> call) {
        calls++;
        call.forEach((phase, millis) ->
                byPhase.computeIfAbsent(phase, key -> new ArrayList<>()).add(millis));
    }

    /** The median of a phase; empty when it was absent from any of the calls. */
    Optional<Double> median(String phase) {
        return Optional.ofNullable(byPhase.get(phase))
                .filter(all -> all.size() == calls)
                .map(all -> Samples.of(all.stream().mapToDouble(Double::doubleValue))
                        .median());
    }
}
