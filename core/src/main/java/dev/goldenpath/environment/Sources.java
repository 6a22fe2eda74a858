package dev.goldenpath.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The system properties and environment variables of one reading: they override the file and fill its variables.
 * Remembers what was used, so that a misspelt one is found.
 */
final class Sources {
    private static final String PROPERTY_PREFIX = "goldenpath.";
    private static final String VARIABLE_PREFIX = "GOLDENPATH_";

    private final Map<String, String> properties;
    private final Map<String, String> variables;
    private final Set<String> used = new TreeSet<>();

    Sources(Map<String, String> properties, Map<String, String> variables) {
        this.properties = Map.copyOf(properties);
        this.variables = Map.copyOf(variables);
        RunSetting.names().forEach(name -> {
            used.add(PROPERTY_PREFIX + name);
            used.add(variable(name));
        });
    }

    /** The value that overrides {@code path}, a key without its {@code environments.<name>} part. */
    Optional<Setting> override(String path) {
        String property = property(path);
        String variable = variable(path);
        used.add(property);
        used.add(variable);
        if (properties.containsKey(property)) {
            return Optional.of(new Setting(path, properties.get(property), Origin.systemProperty(property)));
        }
        return Optional.ofNullable(variables.get(variable))
                .map(value -> new Setting(path, value, Origin.environmentVariable(variable)));
    }

    /** The value of {@code ${name}} in the file. */
    Optional<String> variableValue(String name) {
        used.add(name);
        return Optional.ofNullable(variables.get(name)).or(() -> Optional.ofNullable(properties.get(name)));
    }

    /** The value of {@code ${env:name}} in the file, which no system property fills. */
    Optional<String> environmentVariable(String name) {
        used.add(name);
        return Optional.ofNullable(variables.get(name));
    }

    /** What is set below {@code path}, each by the name of its property or variable. None is unused from now on. */
    List<Setting> below(String path) {
        List<Setting> below = new ArrayList<>();
        properties.forEach((name, value) -> {
            if (name.startsWith(property(path) + ".")) {
                below.add(new Setting(name, value, Origin.systemProperty(name)));
            }
        });
        variables.forEach((name, value) -> {
            if (name.startsWith(variable(path) + "_")) {
                below.add(new Setting(name, value, Origin.environmentVariable(name)));
            }
        });
        below.forEach(setting -> used.add(setting.key()));
        return below;
    }

    /** A problem for each {@code goldenpath.*} property and {@code GOLDENPATH_*} variable that nothing asked for. */
    List<ConfigurationProblem> unused() {
        Set<String> known = new TreeSet<>(used);
        return Stream.concat(
                        properties.keySet().stream()
                                .filter(name -> name.startsWith(PROPERTY_PREFIX) && !known.contains(name))
                                .sorted()
                                .map(name -> unknown(Origin.systemProperty(name), name, known)),
                        variables.keySet().stream()
                                .filter(name -> name.startsWith(VARIABLE_PREFIX) && !known.contains(name))
                                .sorted()
                                .map(name -> unknown(Origin.environmentVariable(name), name, known)))
                .toList();
    }

    private static ConfigurationProblem unknown(Origin origin, String name, Set<String> known) {
        return new ConfigurationProblem(
                origin,
                name + " sets nothing in the chosen environment" + Closest.hint(name, known),
                "Correct or remove it.");
    }

    /** The system property that overrides {@code path}. */
    static String property(String path) {
        return PROPERTY_PREFIX + path;
    }

    /** The key that is overridden by {@code name}; of an environment variable, its name, for that does not tell. */
    static String path(String name) {
        return name.startsWith(PROPERTY_PREFIX) ? name.substring(PROPERTY_PREFIX.length()) : name;
    }

    /** The environment variable that overrides {@code path}. */
    static String variable(String path) {
        return VARIABLE_PREFIX + path.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }
}
