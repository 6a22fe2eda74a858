package dev.goldenpath.cli;

import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.report.EarlierRuns;
import dev.goldenpath.report.Reports;
import dev.goldenpath.runlog.FoundRun;
import dev.goldenpath.runlog.LogMerge;
import dev.goldenpath.runlog.RunFolder;
import dev.goldenpath.runlog.RunNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes one run of several logs, and its reports. */
final class Merging {
    private final List<Path> places;
    private final Path output;
    private final @Nullable String run;
    private final boolean strict;
    private final Redaction redaction;
    private final Screen screen;

    /**
     * A merge that is not made yet.
     *
     * @param places logs, and folders with logs
     * @param output the folder of the merged run
     * @param run the id it is to have, absent for one that its logs tell
     * @param strict whether its JUnit XML keeps to Surefire's schema
     */
    Merging(List<Path> places, Path output, @Nullable String run, boolean strict, Redaction redaction, Screen screen) {
        this.places = places;
        this.output = output;
        this.run = run;
        this.strict = strict;
        this.redaction = redaction;
        this.screen = screen;
    }

    ExitCode run() {
        RunPage page = new RunPage(screen);
        try {
            LogMerge merge = LogMerge.of(places, run, RunRequest.WORDS);
            merge.checkPlace(output);
            Reports made = RunFolder.holding(output, () -> make(merge));
            screen.lines("", made.console().strip());
            made.writeStepSummary(System.getenv()).ifPresent(page::notice);
            page.notice("Merged run " + merge.run() + " in " + output + ".");
            return ExitCode.PASS;
        } catch (RunNotFoundException e) {
            return page.notFound(e);
        } catch (IOException e) {
            page.broken("The logs could not be merged: " + e.getMessage());
            return page.ended(List.of(ExitCode.BROKEN));
        } catch (RuntimeException e) {
            new BrokenPage(screen, redaction).print(e);
            return ExitCode.BROKEN;
        }
    }

    private Reports make(LogMerge merge) throws IOException {
        FoundRun found = merge.into(output);
        return Reports.make(output, found.read(), strict, EarlierRuns.told(Map.of(), System.getenv(), Path.of("")));
    }
}
