package dev.goldenpath.maven;

import dev.goldenpath.environment.Shard;
import dev.goldenpath.report.EarlierRuns;
import dev.goldenpath.report.Reports;
import dev.goldenpath.runlog.FoundRun;
import dev.goldenpath.runlog.RunFolder;
import dev.goldenpath.runlog.RunId;
import dev.goldenpath.runlog.RunNotFoundException;
import dev.goldenpath.runlog.RunSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the run that the gate judges. An older run than the build's own is judged only where nothing else was asked for:
 * a build that ran no test must not shine with yesterday's.
 *
 * @param folder where the logs are
 * @param alone whether this build is nothing but goals of ours
 * @param own the id of this build's run, where none was given
 * @param strict whether the JUnit XML keeps to Surefire's schema
 * @param shard the one that is judged alone, absent where the run is judged as a whole
 */
record JudgedRun(
        Path folder,
        boolean alone,
        String own,
        boolean strict,
        @Nullable Shard shard) {
    private static final List<String> OURS = List.of("goldenpath:", "dev.goldenpath:goldenpath-maven-plugin:");

    /**
     * Whether a Maven command is nothing but goals of ours.
     *
     * @param goals as they were typed
     */
    static boolean isAlone(List<String> goals) {
        return !goals.isEmpty() && goals.stream().allMatch(goal -> OURS.stream().anyMatch(goal::startsWith));
    }

    /**
     * The reports with the gate's ruling. They are made again: where a JVM of the run was killed, it could not make them.
     *
     * @param given the id that the goal was told
     * @param earlier runs, which the worklog tells of
     * @throws MojoFailureException when the run has no log
     * @throws IOException when a log can't be read, or a report can't be written
     */
    Reports judge(Optional<String> given, EarlierRuns earlier) throws IOException, MojoFailureException {
        FoundRun found = found(given);
        return RunFolder.holding(folder, () -> Reports.make(folder, found.read().judgedAs(shard), strict, earlier));
    }

    private FoundRun found(Optional<String> given) throws IOException, MojoFailureException {
        if (given.isEmpty() && alone) {
            try {
                return RunSearch.inFolder(folder, RunMojo.words("goldenpath.output"))
                        .find(null);
            } catch (RunNotFoundException e) {
                throw new MojoFailureException("No golden-path test ran. " + e.getMessage(), e);
            }
        }
        String run = given.isPresent() ? given.get() : RunFolder.knownAs(folder, own);
        List<String> runs = RunFolder.runs(folder);
        if (!runs.contains(run)) {
            throw new MojoFailureException(nothingRan(run, runs));
        }
        return FoundRun.in(folder, run);
    }

    /** Whether tests have run that this goal is to judge. */
    boolean hasLog(Optional<String> given) throws IOException {
        return RunFolder.runs(folder).contains(given.isPresent() ? given.get() : RunFolder.knownAs(folder, own));
    }

    private String nothingRan(String run, List<String> others) {
        return "No golden-path test ran: there is no log of run " + run + " in " + folder
                + (others.isEmpty() ? "" : ", only of " + String.join(", ", others))
                + ". Check which tests were selected, and that they ran before this goal, with the same"
                + " goldenpath.output and goldenpath.runId."
                + (RunId.isOfMaven(run)
                        ? ""
                        : " Where Maven can't be told by its command line, pass -Dgoldenpath.runId.")
                + " A module without golden-path tests does without this goal, or skips it by <skipGate>true</skipGate>"
                + " in its own POM.";
    }
}
