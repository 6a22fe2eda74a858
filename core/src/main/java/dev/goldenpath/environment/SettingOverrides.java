package dev.goldenpath.environment;

import dev.goldenpath.environment.SettingTree.Text;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The system properties and environment variables below {@code settings} that override no key of the file. Immutable. */
final class SettingOverrides {
    static final SettingOverrides NONE = new SettingOverrides(Map.of());

    private final Map<String, Text> byName;

    SettingOverrides(Map<String, Text> byName) {
        this.byName = Map.copyOf(byName);
    }

    /** What sets {@code path}: the system property before the environment variable. */
    Optional<Text> of(String path) {
        return Optional.ofNullable(byName.get(Sources.property(path)))
                .or(() -> Optional.ofNullable(byName.get(Sources.variable(path))));
    }

    /** A problem for each that sets something at or below {@code path}, and not one of {@code known}. */
    List<ConfigurationProblem> unread(String path, Set<String> known, Collection<String> otherPaths, String reader) {
        return byName.entrySet().stream()
                .filter(entry -> !known.contains(entry.getKey()) && isWithin(entry.getKey(), path))
                .filter(entry -> otherPaths.stream()
                        .noneMatch(other -> other.length() > path.length() && isWithin(entry.getKey(), other)))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new ConfigurationProblem(
                        entry.getValue().origin(),
                        entry.getKey() + " sets nothing in " + reader + Closest.hint(entry.getKey(), known),
                        "Correct or remove it."))
                .toList();
    }

    private static boolean isWithin(String name, String path) {
        String property = Sources.property(path);
        String variable = Sources.variable(path);
        return name.equals(property)
                || name.startsWith(property + ".")
                || name.equals(variable)
                || name.startsWith(variable + "_");
    }
}
