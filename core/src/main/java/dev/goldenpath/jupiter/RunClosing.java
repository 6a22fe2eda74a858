package dev.goldenpath.jupiter;

import dev.goldenpath.report.Reports;
import dev.goldenpath.report.StandardOutput;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.RunFolder;
import dev.goldenpath.runlog.RunLogReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Closes a run: stops what it started, ends its log, reports, and fails the build for what no test could report. */
final class RunClosing {
    private RunClosing() {}

    static void close(RunSession session) {
        RunSettings settings = session.settings();
        session.standings().close();
        // First, while the tests' traffic is not long ago: what it settles may still make tests SUSPECT.
        session.witness().close();
        session.closeEnvironments();
        session.log().runFinished(session.standings().counts(), session.problems());
        try {
            session.log().close();
            session.log().failure().ifPresent(e -> session.alsoRed("the run log lost lines: " + e));
            report(settings);
        } catch (IOException | RuntimeException e) {
            session.alsoRed("the reports could not be made: " + e);
        }
        List<String> problems = session.problems();
        if (!problems.isEmpty()) {
            throw new IllegalStateException("Golden Path: this run is red, because " + String.join("; and ", problems));
        }
    }

    /** Makes the reports, and prints the one for a terminal. */
    static void report(RunSettings settings) throws IOException {
        // Printed while the folder is held, too: whoever prints last has read all.
        RunFolder.holding(settings.output(), () -> reportHeld(settings));
    }

    private static LoggedRun reportHeld(RunSettings settings) throws IOException {
        Path folder = settings.output().toAbsolutePath();
        LoggedRun run = RunLogReader.read(folder, settings.run()).judgedAs(settings.shard());
        Reports reports = Reports.make(folder, run, settings.strictXml(), settings.earlier());
        String lost = reports.writeStepSummary(System.getenv())
                .map(problem -> "\n" + problem + "\n")
                .orElse("");
        StandardOutput.print(lost + reports.console(), System.getenv());
        return run;
    }
}
