package dev.goldenpath.maven;

import dev.goldenpath.report.GateReport;
import dev.goldenpath.report.Reports;
import dev.goldenpath.runlog.RunId;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Judges the run as a whole, over the logs of all its JVMs, and fails the build where it is not good enough: a pass rate
 * or another limit of <code>gate</code> in <code>goldenpath.yaml</code> that was missed, a test without evidence, a
 * planned test that nobody reported, a P1 test skipped, a killed JVM, no test at all. In a build it judges that build's own run;
 * run alone (<code>mvn goldenpath:gate</code>) the newest run in the folder.
 *
 * @since 0.1.0
 */
@Mojo(name = "gate", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields.
public final class GateMojo extends RunMojo {
    /**
     * Whether this goal does nothing: <code>true</code> or <code>false</code>. The default is the environment variable
     * <code>GOLDENPATH_SKIPGATE</code>, else <code>false</code>.
     *
     * @since 0.1.0
     */
    @Parameter(property = "goldenpath.skipGate")
    @Nullable
    String skipGate;

    /**
     * Whether no tests are run. Where none has, there is nothing to judge.
     *
     * @since 0.1.0
     */
    @Parameter(property = "skipTests", defaultValue = "false")
    boolean skipTests;

    /**
     * Whether Failsafe runs no tests. Where none has run, there is nothing to judge.
     *
     * @since 0.1.0
     */
    @Parameter(property = "skipITs", defaultValue = "false")
    boolean skipIntegrationTests;

    /**
     * Whether tests are not even compiled. Where none has run, there is nothing to judge.
     *
     * @since 0.1.0
     */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    boolean skip;

    @Parameter(defaultValue = "${session.goals}", readonly = true, required = true)
    List<String> goals;

    /** Of the process. */
    Map<String, String> variables = System.getenv();

    /** For lines that the prefix of a log line would hide from who reads them. */
    PrintStream out = System.out;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        GoalSettings settings = settings(Collections.singletonMap("goldenpath.skipGate", skipGate));
        Reports reports;
        try {
            JudgedRun run = new JudgedRun(
                    settings.output(),
                    JudgedRun.isAlone(goals),
                    RunId.ofThisJvm(),
                    settings.strictXml(),
                    settings.shard());
            Optional<String> skipped = skippedBy(settings, run);
            if (skipped.isPresent()) {
                getLog().info("Golden Path gate skipped, as " + skipped.get() + " says: nothing was judged.");
                return;
            }
            reports = run.judge(settings.runId(), settings.earlier());
        } catch (IOException e) {
            throw new MojoExecutionException("The golden-path gate can't judge the run: " + e.getMessage(), e);
        }
        tell(reports);
    }

    private void tell(Reports reports) throws MojoFailureException {
        GateReport report = reports.gate();
        report.text().lines().forEach(report.isGreen() ? getLog()::info : getLog()::error);
        reports.writeStepSummary(variables).ifPresent(getLog()::warn);
        reports.annotations(basedir.toPath(), variables).forEach(out::println);
        if (!report.isGreen()) {
            throw new MojoFailureException("The golden-path gate is red: " + String.join(" ", report.reasons()));
        }
    }

    /** What keeps this goal from judging. That tests were to be skipped does not, where some ran all the same. */
    private Optional<String> skippedBy(GoalSettings settings, JudgedRun run)
            throws MojoExecutionException, IOException {
        if (settings.skipGate()) {
            return Optional.of("goldenpath.skipGate");
        }
        Optional<String> told = skip
                ? Optional.of("maven.test.skip")
                : skipTests
                        ? Optional.of("skipTests")
                        : skipIntegrationTests ? Optional.of("skipITs") : Optional.empty();
        return told.isPresent() && !run.hasLog(settings.runId()) ? told : Optional.empty();
    }
}
