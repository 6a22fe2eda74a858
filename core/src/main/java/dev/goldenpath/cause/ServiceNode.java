package dev.goldenpath.cause;

import dev.goldenpath.environment.Need;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is declared of a service.
 *
 * @param dependsOn services it depends on, by name
 * @param revisionExpected the revision it should run, or the first seven or more digits of a commit hash; absent where any
 *     will do
 * @param revisionMaxAge how long ago that may have been deployed, absent where that does not matter
 * @since 0.1.0
 */
public record ServiceNode(
        Map<String, Need> dependsOn,
        @Nullable String revisionExpected,
        @Nullable Duration revisionMaxAge) {

    /** Copies the dependencies, by name. */
    public ServiceNode {
        dependsOn = Collections.unmodifiableMap(new TreeMap<>(dependsOn));
    }

    /** Those it can't do without, by name. */
    List<String> required() {
        return dependsOn.entrySet().stream()
                .filter(each -> each.getValue() == Need.REQUIRED)
                .map(Map.Entry::getKey)
                .toList();
    }
}
