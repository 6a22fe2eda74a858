package dev.goldenpath.cli;

import dev.goldenpath.evidence.Redaction;
import dev.goldenpath.report.GateReport;
import dev.goldenpath.report.Reports;
import dev.goldenpath.runlog.FoundRun;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.RunFolder;
import dev.goldenpath.runlog.RunNotFoundException;
import dev.goldenpath.verdict.GateReason.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds a run, has the gate judge it, and prints the ruling. */
final class Judgement {
    private final RunRequest request;
    private final boolean reporting;
    private final Redaction redaction;
    private final Screen screen;

    /**
     * A judgement that has not begun.
     *
     * @param reporting whether the reports of a run whose logs are in one folder are made again
     */
    Judgement(RunRequest request, boolean reporting, Redaction redaction, Screen screen) {
        this.request = request;
        this.reporting = reporting;
        this.redaction = redaction;
        this.screen = screen;
    }

    ExitCode run() {
        RunPage page = new RunPage(screen);
        try {
            List<Kind> kinds = judge(request.search().find(request.run()));
            return page.ended(kinds.stream().map(Judgement::code).toList());
        } catch (RunNotFoundException e) {
            return page.notFound(e);
        } catch (IOException e) {
            // A run that nobody can judge is not good enough.
            page.broken("The run can't be judged: " + e.getMessage());
            return page.ended(List.of(ExitCode.GATE));
        } catch (RuntimeException e) {
            new BrokenPage(screen, redaction).print(e);
            return ExitCode.BROKEN;
        }
    }

    private List<Kind> judge(FoundRun found) throws IOException {
        Path folder = found.folder();
        Reports reports = !reporting || folder == null
                ? Reports.unwritten(read(found))
                : RunFolder.holding(
                        folder, () -> Reports.make(folder, read(found), request.strict(), request.earlier()));
        print(reports.gate());
        if (reporting && folder == null) {
            screen.gap();
            screen.line("No reports were made: the logs were given one by one. 'goldenpath report' makes them.");
        } else if (reporting) {
            new RunPage(screen).paths(reports.files());
        }
        tellGithub(reports);
        return reports.gate().kinds();
    }

    private LoggedRun read(FoundRun found) throws IOException {
        return found.read().judgedAs(request.shard());
    }

    private void tellGithub(Reports reports) {
        Map<String, String> variables = System.getenv();
        List<String> lines = new ArrayList<>();
        reports.writeStepSummary(variables).ifPresent(lines::add);
        lines.addAll(reports.annotations(Path.of(""), variables));
        if (!lines.isEmpty()) {
            screen.gap();
            lines.forEach(screen::line);
        }
    }

    private void print(GateReport report) {
        List<String> lines = report.text().lines().toList();
        screen.line(new Span(lines.get(0), report.isGreen() ? Style.GOOD : Style.BAD));
        screen.lines("", lines.stream().skip(1).collect(Collectors.joining("\n")));
    }

    private static ExitCode code(Kind kind) {
        return switch (kind) {
            case FAILURES -> ExitCode.FAILURES;
            case POLICY -> ExitCode.POLICY;
            case GATE -> ExitCode.GATE;
            case CONFIGURATION -> ExitCode.CONFIGURATION;
            case ENVIRONMENT -> ExitCode.ENVIRONMENT;
            case NO_TESTS -> ExitCode.NO_TESTS;
        };
    }
}
