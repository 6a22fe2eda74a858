package dev.goldenpath.report;

import dev.goldenpath.history.History;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the worklog knows of runs before its own.
 *
 * @param history what those came to; the worklog's own run in it does not count
 * @param baseline the one that it compares with
 * @since 0.1.0
 */
public record EarlierRuns(History history, Baseline baseline) {
    /** Nothing. */
    public static final EarlierRuns NONE = new EarlierRuns(History.EMPTY, Baseline.NONE);

    /**
     * As {@code goldenpath.history} and {@code goldenpath.baseline} tell. What can't be read is told by the worklog.
     *
     * @param base what relative paths start from
     */
    public static EarlierRuns told(Map<String, String> properties, Map<String, String> variables, Path base) {
        return new EarlierRuns(History.told(properties, variables, base), Baseline.of(properties, variables, base));
    }
}
