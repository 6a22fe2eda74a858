package dev.goldenpath.maven;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.RunSetting;
import dev.goldenpath.environment.Setting;
import dev.goldenpath.environment.Shard;
import dev.goldenpath.report.EarlierRuns;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What a goal is told: by its parameters, else by the environment variables that the tests obey too.
 *
 * @param basedir what relative paths start from, as they do in the tests
 * @param given the parameters that have a value, by their property
 */
record GoalSettings(Path basedir, Map<String, String> given, Map<String, String> variables) {

    Path output() {
        return path(value(RunSetting.OUTPUT).orElse("target/goldenpath"));
    }

    Optional<String> runId() {
        return value(RunSetting.RUN_ID);
    }

    boolean skipGate() throws MojoExecutionException {
        return isChosen(RunSetting.SKIP_GATE, "true", "false");
    }

    boolean strictXml() throws MojoExecutionException {
        return isChosen(RunSetting.JUNIT_XML, "strict", "full");
    }

    /** The shard that is judged alone; absent where the run is judged as a whole. */
    @Nullable
    Shard shard() throws MojoExecutionException {
        try {
            return Shard.read(given, variables).orElse(null);
        } catch (ConfigurationException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    /** Where the history is that a run is added to. */
    Path history() {
        return path(value(RunSetting.HISTORY).orElse("history.jsonl"));
    }

    /** What earlier runs came to, as far as this goal is told where that stands. */
    EarlierRuns earlier() {
        return EarlierRuns.told(given, variables, basedir);
    }

    /** The files and folders to read logs from; none where the output folder is meant. */
    List<Path> logs() {
        return value(RunSetting.LOGS).stream()
                .flatMap(logs -> Stream.of(logs.split(",")))
                .map(log -> path(log.trim()))
                .toList();
    }

    private boolean isChosen(RunSetting setting, String choice, String usual) throws MojoExecutionException {
        Optional<Setting> found = setting.read(given, variables);
        if (found.isEmpty() || found.get().value().equals(usual)) {
            return false;
        }
        if (found.get().value().equals(choice)) {
            return true;
        }
        throw new MojoExecutionException(found.get().origin() + ": '"
                + found.get().value() + "' is neither '" + usual + "' nor '" + choice + "'.");
    }

    private Path path(String path) {
        return basedir.resolve(path).normalize();
    }

    private Optional<String> value(RunSetting setting) {
        return setting.read(given, variables).map(Setting::value);
    }
}
