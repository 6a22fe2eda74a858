package dev.goldenpath.environment;

import java.util.Collection;
import java.util.TreeSet;

/** Says that nothing reads a key. */
final class UnknownKey {
    private UnknownKey() {}

    /**
     * The problem.
     *
     * @param path the full key
     * @param key the last part of it
     * @param known what is read beside it
     */
    static ConfigurationProblem problem(Origin origin, String path, String key, Collection<String> known) {
        return new ConfigurationProblem(
                origin,
                path + ": unknown key" + Closest.hint(key, known),
                "Known here: " + (known.isEmpty() ? "none" : String.join(", ", new TreeSet<>(known))) + ".");
    }
}
