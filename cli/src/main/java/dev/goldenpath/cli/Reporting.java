package dev.goldenpath.cli;

import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.report.ConsoleReport;
import dev.goldenpath.report.Reports;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.RunFolder;
import dev.goldenpath.runlog.RunNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Finds a run, makes its reports, and prints the one for a terminal. */
final class Reporting {
    private final RunRequest request;
    private final Path output;
    private final Redaction redaction;
    private final Screen screen;

    /**
     * Reports that are not made yet.
     *
     * @param output the folder they go to
     */
    Reporting(RunRequest request, Path output, Redaction redaction, Screen screen) {
        this.request = request;
        this.output = output;
        this.redaction = redaction;
        this.screen = screen;
    }

    ExitCode run() {
        RunPage page = new RunPage(screen);
        try {
            LoggedRun run = request.search().find(request.run()).read().judgedAs(request.shard());
            Reports made =
                    RunFolder.holding(output, () -> Reports.make(output, run, request.strict(), request.earlier()));
            Path logs = run.jvms().get(0).log().resolveSibling("");
            screen.lines("", ConsoleReport.of(run, logs).strip());
            page.paths(made.files());
            made.writeStepSummary(System.getenv()).ifPresent(page::notice);
            return ExitCode.PASS;
        } catch (RunNotFoundException e) {
            return page.notFound(e);
        } catch (IOException e) {
            page.broken("The reports could not be made: " + e.getMessage());
            return page.ended(List.of(ExitCode.BROKEN));
        } catch (RuntimeException e) {
            new BrokenPage(screen, redaction).print(e);
            return ExitCode.BROKEN;
        }
    }
}
