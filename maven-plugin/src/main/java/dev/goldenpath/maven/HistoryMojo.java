package dev.goldenpath.maven;

import dev.goldenpath.history.History;
import dev.goldenpath.history.HistoryRun;
import dev.goldenpath.runlog.RunNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Adds one run to <code>history.jsonl</code>, in the place of what it holds of that run: to the file that
 * <code>goldenpath.history</code> or <code>GOLDENPATH_HISTORY</code> names, else beside the POM. Whatever became of the
 * tests, it succeeds. Needs no project.
 *
 * @since 0.1.0
 */
@Mojo(name = "history", requiresProject = false, threadSafe = true)
public final class HistoryMojo extends RunMojo {
    /**
     * Logs, and folders with logs, separated by commas. They must be of one run, or the run's id must be given. The
     * default is the environment variable <code>GOLDENPATH_LOGS</code>, else the newest run in the output folder.
     *
     * @since 0.1.0
     */
    @Parameter(property = "goldenpath.logs")
    @Nullable
    String logs;

    /**
     * How many runs of each environment stay in the history; the oldest go.
     *
     * @since 0.1.0
     */
    @Parameter(property = "goldenpath.keep", defaultValue = "50")
    int keep = 50;

    @Override
    public void execute() throws MojoExecutionException {
        if (keep < 1) {
            throw new MojoExecutionException("goldenpath.keep is " + keep + ": at least 1 run has to be kept.");
        }
        Map<String, @Nullable String> own = new HashMap<>();
        own.put("goldenpath.logs", logs);
        GoalSettings settings = settings(own);
        Path file = settings.history();
        try {
            HistoryRun run = HistoryRun.of(search(settings.output(), settings.logs())
                    .find(settings.runId().orElse(null))
                    .read());
            History kept = History.update(file, history -> history.with(run).keeping(keep));
            kept.problems().forEach(getLog()::warn);
            getLog().info(
                            kept.runs().contains(run)
                                    ? "Added run " + run.run() + " to " + file + "."
                                    : "Run " + run.run() + " is older than all that " + file
                                            + " keeps: nothing was added.");
        } catch (RunNotFoundException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("The run could not be added: " + e.getMessage(), e);
        }
    }
}
