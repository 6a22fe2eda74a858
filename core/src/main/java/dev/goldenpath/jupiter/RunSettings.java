package dev.goldenpath.jupiter;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.EnvironmentLoader;
import dev.goldenpath.environment.RunSetting;
import dev.goldenpath.environment.Setting;
import dev.goldenpath.environment.Shard;
import dev.goldenpath.launch.SharedPorts;
import dev.goldenpath.report.EarlierRuns;
import dev.goldenpath.report.ProgressForm;
import dev.goldenpath.runlog.RunFolder;
import dev.goldenpath.runlog.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * The settings of one run.
 *
 * @param properties system properties, and what the launcher was given in their place
 * @param output the folder for run logs and reports
 * @param run the run's id
 * @param strictXml whether the JUnit XML keeps to Surefire's schema
 * @param choice which of several shards this is; absent where all tests run here
 * @param progress how progress is shown on the console
 * @param loader loads environments with the same settings
 */
record RunSettings(
        Map<String, String> properties,
        Path output,
        String run,
        boolean strictXml,
        @Nullable ShardChoice choice,
        ProgressForm progress,
        EnvironmentLoader loader) {
    private static final String PREFIX = "goldenpath.";

    static RunSettings of(ConfigurationParameters parameters) {
        Map<String, String> properties = properties(parameters);
        Map<String, String> variables = System.getenv();
        Path output = RunSetting.OUTPUT
                .read(properties, variables)
                .map(Setting::value)
                .map(Path::of)
                .orElseGet(RunSettings::defaultOutput);
        String run = RunSetting.RUN_ID
                .read(properties, variables)
                .map(RunSettings::runId)
                .orElseGet(() -> ownRun(output));
        return new RunSettings(
                properties,
                output,
                run,
                RunSetting.JUNIT_XML
                        .read(properties, variables)
                        .map(RunSettings::isStrict)
                        .orElse(false),
                ShardChoice.read(properties, variables).orElse(null),
                RunSetting.PROGRESS
                        .read(properties, variables)
                        .map(RunSettings::progress)
                        .orElse(ProgressForm.AUTO),
                new EnvironmentLoader(properties, variables, Path.of(""), new SharedPorts(launchFolder(output, run))));
    }

    /** System properties, and what the launcher was given in their place. */
    static Map<String, String> properties(ConfigurationParameters parameters) {
        Map<String, String> properties = new HashMap<>();
        System.getProperties().stringPropertyNames().forEach(name -> properties.put(name, System.getProperty(name)));
        parameters.keySet().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> parameters.get(name).ifPresent(value -> properties.put(name, value)));
        return Map.copyOf(properties);
    }

    /** The same where relative paths start from {@code base}. */
    RunSettings in(Path base) {
        return new RunSettings(properties, base.resolve(output), run, strictXml, choice, progress, loader);
    }

    /** The shard that this is; absent where all tests run here. */
    @Nullable
    Shard shard() {
        return choice == null ? null : choice.shard();
    }

    /** What the JVMs of this run have in common, for the processes and ports that they share. */
    Path launchFolder() {
        return launchFolder(output, run);
    }

    /** What earlier runs came to, as far as the settings tell where that stands. */
    EarlierRuns earlier() {
        return EarlierRuns.told(properties, System.getenv(), Path.of(""));
    }

    private static Path launchFolder(Path output, String run) {
        return RunFolder.launchesOf(output, run);
    }

    private static String ownRun(Path output) {
        String own = RunId.ofThisJvm();
        try {
            return RunFolder.knownAs(output, own);
        } catch (IOException e) {
            // Opening the run in this folder will tell.
            return own;
        }
    }

    private static String runId(Setting setting) {
        if (RunId.isValid(setting.value())) {
            return setting.value();
        }
        throw refused(setting, RunId.WHAT_IS_VALID);
    }

    private static boolean isStrict(Setting setting) {
        return switch (setting.value()) {
            case "strict" -> true;
            case "full" -> false;
            default -> throw refused(setting, "is neither 'full' nor 'strict'");
        };
    }

    private static ProgressForm progress(Setting setting) {
        return switch (setting.value()) {
            case "auto" -> ProgressForm.AUTO;
            case "live" -> ProgressForm.LIVE;
            case "lines" -> ProgressForm.LINES;
            case "off" -> ProgressForm.OFF;
            default -> throw refused(setting, "is none of 'auto', 'live', 'lines' and 'off'");
        };
    }

    private static ConfigurationException refused(Setting setting, String problem) {
        return new ConfigurationException(
                setting.origin().description() + ": '" + setting.value() + "' " + problem + ".", List.of());
    }

    private static Path defaultOutput() {
        boolean gradle = Files.exists(Path.of("build.gradle")) || Files.exists(Path.of("build.gradle.kts"));
        return Path.of(gradle ? "build" : "target", "goldenpath");
    }
}
