package dev.goldenpath.cli;

import dev.goldenpath.environment.ConfigurationException;
import dev.goldenpath.environment.RunSetting;
import dev.goldenpath.environment.Setting;
import dev.goldenpath.environment.Shard;
import dev.goldenpath.report.EarlierRuns;
import dev.goldenpath.runlog.RunSearch;
import dev.goldenpath.runlog.SearchWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which run a command is about.
 *
 * @param places logs and folders with logs; at least one
 * @param run its id, absent where none was told
 * @param strict whether its JUnit XML keeps to Surefire's schema
 * @param shard which one of the run is judged, absent where the run is judged as a whole
 * @param output the folder that reports go to where nothing tells another
 */
record RunRequest(
        List<Path> places,
        @Nullable String run,
        boolean strict,
        @Nullable Shard shard,
        Path output) {
    static final SearchWords WORDS = new SearchWords(
            "Choose one with --run, or make one run of them with 'goldenpath merge'.",
            "Run the tests first, or name the folder or the logs.",
            "Correct the path.");

    /**
     * What options say, and where they say nothing, the variables that tests obey too.
     *
     * @param base what relative paths start from
     * @throws IllegalArgumentException when a variable has a value that it can't have
     * @throws ConfigurationException when those about shards have
     */
    static RunRequest of(RunOptions options, Path base, Map<String, String> variables) {
        Path usual = base.resolve(value(RunSetting.OUTPUT, variables).orElse("target/goldenpath"));
        List<Path> places = options.places.isEmpty()
                ? List.of(usual)
                : options.places.stream().map(base::resolve).toList();
        String run = options.run == null ? value(RunSetting.RUN_ID, variables).orElse(null) : options.run;
        JunitXmlForm form = options.form;
        return new RunRequest(
                places,
                run,
                (form == null ? form(variables) : form) == JunitXmlForm.STRICT,
                Shard.read(Map.of(), variables).orElse(null),
                usual);
    }

    /** A single folder may hold the logs of several runs; the newest is meant then. */
    RunSearch search() {
        Path first = places.get(0);
        return isFolder() ? RunSearch.inFolder(first, WORDS) : RunSearch.among(places, WORDS);
    }

    /** What the variables of this process tell of earlier runs. */
    EarlierRuns earlier() {
        return EarlierRuns.told(Map.of(), System.getenv(), Path.of(""));
    }

    /** The folder that was given, where reports belong; else the usual one. */
    Path reports() {
        return isFolder() ? places.get(0) : output;
    }

    /** A folder that is not there holds no log, which is told in the same way. */
    private boolean isFolder() {
        Path first = places.get(0);
        return places.size() == 1 && (Files.isDirectory(first) || first.equals(output));
    }

    static JunitXmlForm form(Map<String, String> variables) {
        Optional<Setting> setting = RunSetting.JUNIT_XML.read(Map.of(), variables);
        for (JunitXmlForm form : JunitXmlForm.values()) {
            if (setting.isEmpty() || setting.get().value().equals(form.toString())) {
                return form;
            }
        }
        throw new IllegalArgumentException(
                setting.get().origin() + ": '" + setting.get().value() + "' is neither '" + JunitXmlForm.FULL
                        + "' nor '" + JunitXmlForm.STRICT + "'.");
    }

    private static Optional<String> value(RunSetting setting, Map<String, String> variables) {
        return setting.read(Map.of(), variables).map(Setting::value);
    }
}
