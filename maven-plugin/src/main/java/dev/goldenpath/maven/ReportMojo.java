package dev.goldenpath.maven;

import dev.goldenpath.report.ConsoleReport;
import dev.goldenpath.report.Reports;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.RunFolder;
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
 * Makes the reports of one run again, from its logs alone: after a killed build, or with the logs of several machines.
 * Needs no project.
 *
 * @since 0.1.0
 */
@Mojo(name = "report", requiresProject = false, threadSafe = true)
public final class ReportMojo extends RunMojo {
    /**
     * Logs, and folders with logs, separated by commas. They must be of one run, or the run's id must be given. The
     * default is the environment variable <code>GOLDENPATH_LOGS</code>, else the newest run in the output folder.
     *
     * @since 0.1.0
     */
    @Parameter(property = "goldenpath.logs")
    @Nullable
    String logs;

    /** Of the process. */
    Map<String, String> variables = System.getenv();

    @Override
    public void execute() throws MojoExecutionException {
        Map<String, @Nullable String> own = new HashMap<>();
        own.put("goldenpath.logs", logs);
        GoalSettings settings = settings(own);
        boolean strict = settings.strictXml();
        Path output = settings.output();
        try {
            LoggedRun run = search(output, settings.logs())
                    .find(settings.runId().orElse(null))
                    .read()
                    .judgedAs(settings.shard());
            Reports made = RunFolder.holding(output, () -> Reports.make(output, run, strict, settings.earlier()));
            info(ConsoleReport.of(run, run.jvms().get(0).log().resolveSibling("")));
            made.files().forEach(report -> getLog().info("Report: " + report));
            made.writeStepSummary(variables).ifPresent(getLog()::warn);
        } catch (RunNotFoundException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("The reports could not be made: " + e.getMessage(), e);
        }
    }
}
