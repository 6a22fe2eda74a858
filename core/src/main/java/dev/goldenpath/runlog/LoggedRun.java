package dev.goldenpath.runlog;

import dev.goldenpath.environment.Revenue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What all logs of one run say together.
 *
 * @param run the run's id
 * @param environments names of the environments in use, empty when none could be used
 * @param revenue what the business earns with the things tests protect
 * @param revisions what services said they run, by service
 * @param tests every test that counts, in the order they were planned in
 * @since 0.1.0
 */
public record LoggedRun(
        String run, Set<String> environments, Revenue revenue, Map<String, String> revisions, List<LoggedTest> tests) {

    /** Copies the collections. */
    public LoggedRun {
        environments = Collections.unmodifiableSet(new LinkedHashSet<>(environments));
        revisions = Map.copyOf(new LinkedHashMap<>(revisions));
        tests = List.copyOf(tests);
    }
}
