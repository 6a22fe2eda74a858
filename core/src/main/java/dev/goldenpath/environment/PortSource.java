package dev.goldenpath.environment;

import java.util.Collection;
import java.util.Map;

/**
 * Chooses the ports that an environment names.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface PortSource {

    /**
     * A port of the loopback interface for each name, all different.
     *
     * @param environment the environment they are for
     * @param names without those that are overridden
     */
    Map<String, Integer> choose(String environment, Collection<String> names);

    /** Chooses ports that are free now, other ones each time. Thread-safe. */
    static PortSource free() {
        return new FreePorts();
    }
}
