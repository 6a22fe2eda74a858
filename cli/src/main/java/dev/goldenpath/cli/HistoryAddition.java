package dev.goldenpath.cli;

import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.history.History;
import dev.goldenpath.history.HistoryRun;
import dev.goldenpath.runlog.RunNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Finds a run, and adds it to a history. */
final class HistoryAddition {
    private final RunRequest request;
    private final Path file;
    private final int keep;
    private final Redaction redaction;
    private final Screen screen;

    /**
     * An addition that is not made yet.
     *
     * @param file the history
     * @param keep how many runs of each environment stay in it
     */
    HistoryAddition(RunRequest request, Path file, int keep, Redaction redaction, Screen screen) {
        this.request = request;
        this.file = file;
        this.keep = keep;
        this.redaction = redaction;
        this.screen = screen;
    }

    ExitCode run() {
        RunPage page = new RunPage(screen);
        try {
            HistoryRun run = HistoryRun.of(request.search().find(request.run()).read());
            History kept = History.update(file, history -> history.with(run).keeping(keep));
            kept.problems().forEach(screen::line);
            String environment = run.environment();
            String where = environment == null ? "of no environment" : "of environment '" + environment + "'";
            int runs = kept.in(environment == null ? "" : environment).runs().size();
            if (kept.runs().contains(run)) {
                screen.line("Added run " + run.run() + " " + where + " with "
                        + counted(run.tests().size(), "test") + " to " + file + ", which holds " + counted(runs, "run")
                        + " of it now.");
            } else {
                screen.line("Run " + run.run() + " " + where + " is older than the " + counted(runs, "run")
                        + " of it that " + file + " keeps: nothing was added. --keep holds more.");
            }
            return ExitCode.PASS;
        } catch (RunNotFoundException e) {
            return page.notFound(e);
        } catch (IOException e) {
            page.broken("The run could not be added: " + e.getMessage());
            return page.ended(List.of(ExitCode.BROKEN));
        } catch (RuntimeException e) {
            new BrokenPage(screen, redaction).print(e);
            return ExitCode.BROKEN;
        }
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
