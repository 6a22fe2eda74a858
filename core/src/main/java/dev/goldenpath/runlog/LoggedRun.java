package dev.goldenpath.runlog;

import dev.goldenpath.environment.Revenue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What all logs of one run say together.
 *
 * @param run the run's id
 * @param environment name of the environment, empty when none was chosen
 * @param revenue what the business earns with the things tests protect
 * @param revisions what services said they run, by service
 * @param tests every test that counts, in the order they were planned in
 * @since 0.1.0
 */
public record LoggedRun(
        String run, String environment, Revenue revenue, Map<String, String> revisions, List<LoggedTest> tests) {

    /** Copies the collections. */
    public LoggedRun {
        revisions = Map.copyOf(new LinkedHashMap<>(revisions));
        tests = List.copyOf(tests);
    }
}
