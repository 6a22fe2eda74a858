package dev.goldenpath.jupiter;

import dev.goldenpath.environment.EnvironmentLoader;
import dev.goldenpath.environment.RunSetting;
import dev.goldenpath.environment.Setting;
import dev.goldenpath.runlog.RunId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * The settings of one run.
 *
 * @param properties system properties, and what the launcher was given in their place
 * @param output the folder for run logs and reports
 * @param run the run's id
 * @param loader loads environments with the same settings
 */
record RunSettings(Map<String, String> properties, Path output, String run, EnvironmentLoader loader) {
    private static final String PREFIX = "goldenpath.";

    static RunSettings of(ConfigurationParameters parameters) {
        Map<String, String> properties = new HashMap<>();
        System.getProperties().stringPropertyNames().forEach(name -> properties.put(name, System.getProperty(name)));
        parameters.keySet().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> parameters.get(name).ifPresent(value -> properties.put(name, value)));
        Map<String, String> variables = System.getenv();
        return new RunSettings(
                Map.copyOf(properties),
                RunSetting.OUTPUT
                        .read(properties, variables)
                        .map(Setting::value)
                        .map(Path::of)
                        .orElseGet(RunSettings::defaultOutput),
                RunSetting.RUN_ID
                        .read(properties, variables)
                        .map(Setting::value)
                        .orElseGet(RunId::ofThisJvm),
                new EnvironmentLoader(properties, variables, Path.of("")));
    }

    private static Path defaultOutput() {
        boolean gradle = Files.exists(Path.of("build.gradle")) || Files.exists(Path.of("build.gradle.kts"));
        return Path.of(gradle ? "build" : "target", "goldenpath");
    }
}
