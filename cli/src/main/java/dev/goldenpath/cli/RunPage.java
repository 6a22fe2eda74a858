package dev.goldenpath.cli;

import dev.goldenpath.runlog.RunNotFoundException;
import dev.goldenpath.runlog.RunNotFoundException.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Prints how a command about a run ends. */
final class RunPage {
    private final Screen screen;

    RunPage(Screen screen) {
        this.screen = screen;
    }

    /** Where the reports are. */
    void paths(List<Path> files) {
        screen.gap();
        files.forEach(file -> screen.line("Report: " + file));
    }

    /** Prints what went wrong beside the work, and did not keep the command from it. */
    void notice(String sentence) {
        screen.gap();
        screen.line(sentence);
    }

    /** Prints that there is no run, or no plain one. */
    ExitCode notFound(RunNotFoundException thrown) {
        boolean none = thrown.reason() == Reason.NO_LOG;
        broken((none ? "No golden-path test ran. " : "") + thrown.getMessage());
        return ended(List.of(none ? ExitCode.NO_TESTS : ExitCode.USAGE));
    }

    /** Prints what kept the command from its work. */
    void broken(String sentence) {
        screen.gap();
        screen.line(new Span(sentence, Style.BAD));
    }

    /**
     * Prints the code with which the command ends, and what else is wrong.
     *
     * @param codes all that apply, the one that counts first; none where all is well
     */
    ExitCode ended(List<ExitCode> codes) {
        ExitCode code = codes.isEmpty() ? ExitCode.PASS : codes.get(0);
        String others = codes.stream().skip(1).map(ExitCode::words).collect(Collectors.joining(", and "));
        screen.gap();
        screen.line("Exit code " + code.number() + ": " + code.words()
                + (others.isEmpty() ? "" : "; besides, " + others) + ".");
        return code;
    }
}
