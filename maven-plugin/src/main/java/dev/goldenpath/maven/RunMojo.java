package dev.goldenpath.maven;

import dev.goldenpath.runlog.RunSearch;
import dev.goldenpath.runlog.SearchWords;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal about one run: which run it is and where its logs are. */
@SuppressWarnings("NullAway.Init") // Maven sets the fields.
abstract class RunMojo extends AbstractMojo {
    /**
     * The folder of run logs and reports. The default is the environment variable <code>GOLDENPATH_OUTPUT</code>, else
     * <code>target/goldenpath</code>, as it is for the tests. Where the tests are told another one, tell it here too.
     *
     * @since 0.1.0
     */
    @Parameter(property = "goldenpath.output")
    @Nullable
    String output;

    /**
     * The run's id. The default is the environment variable <code>GOLDENPATH_RUNID</code>, else the goal finds it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "goldenpath.runId")
    @Nullable
    String runId;

    /**
     * The form of the JUnit XML: <code>full</code>, or <code>strict</code> for readers that keep to Surefire's schema.
     * The default is the environment variable <code>GOLDENPATH_JUNITXML</code>, else <code>full</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "goldenpath.junitXml")
    @Nullable
    String junitXml;

    /**
     * The shard that is judged alone, <code>2/5</code> or <code>auto</code>, as it was told to the tests. The default is
     * the environment variable <code>GOLDENPATH_SHARD</code>; without either the run is judged as a whole, and must have all
     * its shards.
     *
     * @since 0.1.0
     */
    @Parameter(property = "goldenpath.shard")
    @Nullable
    String shard;

    /**
     * How many shards there are, where <code>goldenpath.shard</code> is <code>auto</code> and the CI server does not say.
     * The default is the environment variable <code>GOLDENPATH_SHARDS</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "goldenpath.shards")
    @Nullable
    String shards;

    /**
     * Where <code>history.jsonl</code> is, that the worklog tells the past of tests from. The default is the environment
     * variable <code>GOLDENPATH_HISTORY</code>; without either it tells none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "goldenpath.history")
    @Nullable
    String history;

    /**
     * A folder with the logs of an earlier run, or a log: the worklog tells what changed since. The default is the
     * environment variable <code>GOLDENPATH_BASELINE</code>, else none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "goldenpath.baseline")
    @Nullable
    String baseline;

    @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    File basedir;

    /** What this goal was told, with the values of its own parameters by their property. */
    final GoalSettings settings(Map<String, @Nullable String> own) {
        Map<String, String> given = new HashMap<>();
        own.forEach((property, value) -> put(given, property, value));
        put(given, "goldenpath.output", output);
        put(given, "goldenpath.runId", runId);
        put(given, "goldenpath.junitXml", junitXml);
        put(given, "goldenpath.shard", shard);
        put(given, "goldenpath.shards", shards);
        put(given, "goldenpath.history", history);
        put(given, "goldenpath.baseline", baseline);
        return new GoalSettings(basedir.toPath(), given, System.getenv());
    }

    /** The search for the one run of these logs; where there are none, for the newest of the folder. */
    static RunSearch search(Path output, List<Path> logs) {
        SearchWords words = words("goldenpath.logs");
        return logs.isEmpty() ? RunSearch.inFolder(output, words) : RunSearch.among(logs, words);
    }

    /**
     * What messages of a search for a run say to do.
     *
     * @param place the property that tells where to look
     */
    static SearchWords words(String place) {
        return new SearchWords(
                "Choose one with -Dgoldenpath.runId.",
                "Run the tests first, or tell where the logs are with -D" + place + ".",
                "Correct " + place + ".");
    }

    final void info(String text) {
        text.lines().forEach(getLog()::info);
    }

    private static void put(Map<String, String> given, String property, @Nullable String value) {
        if (value != null) {
            given.put(property, value);
        }
    }
}
