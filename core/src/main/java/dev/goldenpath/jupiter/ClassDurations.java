package dev.goldenpath.jupiter;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.RunSetting;
import dev.goldenpath.environment.Setting;
import dev.goldenpath.history.History;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long test classes typically take, for a split that gives every shard as much to do. Stateless. */
final class ClassDurations {
    private ClassDurations() {}

    /**
     * What the history of earlier runs makes known, by the name of the top-level class; empty where the settings name none,
     * or it is not there yet.
     *
     * @param properties system properties, and what the launcher was given in their place
     * @param variables of the process
     * @throws ConfigurationException when it can't be read, for a shard that knows less than others splits otherwise; and for a
     *     relative path, by which the Maven JVM that looks for tests would find another file than those that run them
     */
    static Map<String, Duration> known(Map<String, String> properties, Map<String, String> variables) {
        Optional<Setting> setting = RunSetting.HISTORY.read(properties, variables);
        return setting.map(ClassDurations::read).orElse(Map.of());
    }

    private static Map<String, Duration> read(Setting setting) {
        try {
            Path file = Path.of(setting.value());
            if (!file.isAbsolute()) {
                throw refused(setting, "is a relative path, and shards need the whole one, the same in every JVM.");
            }
            History history = History.read(file);
            if (!history.problems().isEmpty()) {
                throw refused(
                        setting,
                        "is damaged, and shards may not split by a part of it: "
                                + history.problems().get(0));
            }
            return history.classDurations();
        } catch (IOException | InvalidPathException e) {
            throw refused(setting, "can't be read, and shards split by it: " + e.getMessage());
        }
    }

    private static ConfigurationException refused(Setting setting, String problem) {
        return new ConfigurationException(setting.origin() + ": '" + setting.value() + "' " + problem, List.of());
    }
}
